package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.quantity.Ratio;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RepeatByAgePropertyTest implements RepeatBehaviourContract {

    @Override
    @Provide
    public Arbitrary<RepeatBehaviour> behaviours() {
        return Combinators.combine(
                        RepeatRatios.retention().list().ofMinSize(1).ofMaxSize(24),
                        RepeatRatios.repeat().list().ofMinSize(1).ofMaxSize(24))
                .as(RepeatByAge::new);
    }

    @Property
    void oneEntryEachIsTheSameAsConstant(
            @ForAll("retention") Ratio retention,
            @ForAll("repeat") Ratio repeat,
            @ForAll @IntRange(max = OLDEST) int age) {
        RepeatByAge byAge = new RepeatByAge(List.of(retention), List.of(repeat));
        ConstantRepeat constant = new ConstantRepeat(retention, repeat);
        assertThat(byAge.retention(age)).isEqualTo(constant.retention(age));
        assertThat(byAge.repeat(age)).isEqualTo(constant.repeat(age));
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
