package consumer;

import io.github.planningmath.quantity.Rate;

public class Main {
    public static void main(String[] args) {
        Rate rate = Rate.parse("2.5%");
        System.out.println(rate + ": " + rate.needFor(100));
    }
}
