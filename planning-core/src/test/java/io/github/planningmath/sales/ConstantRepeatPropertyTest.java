package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.quantity.Ratio;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ConstantRepeatPropertyTest implements RepeatBehaviourContract {

    @Override
    @Provide
    public Arbitrary<RepeatBehaviour> behaviours() {
        return Combinators.combine(retention(), repeat()).as(ConstantRepeat::new);
    }

    @Property
    void allAgesBehaveAlike(
            @ForAll("retention") Ratio retention,
            @ForAll("repeat") Ratio repeat,
            @ForAll @IntRange(max = OLDEST) int age) {
        ConstantRepeat behaviour = new ConstantRepeat(retention, repeat);
        assertThat(behaviour.retention(age)).isEqualTo(retention);
        assertThat(behaviour.repeat(age)).isEqualTo(repeat);
    }

    @Provide
    Arbitrary<Ratio> retention() {
        return RepeatRatios.retention();
    }

    @Provide
    Arbitrary<Ratio> repeat() {
        return RepeatRatios.repeat();
    }
}
