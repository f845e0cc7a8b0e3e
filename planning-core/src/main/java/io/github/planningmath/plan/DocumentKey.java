package io.github.planningmath.plan;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The keys of parts of a document of which some may be left out. Each in an annotation of its own, because javac reads what
 * stands on a public type and warns everybody who compiles against it without Jackson.
 */
final class DocumentKey {

    private DocumentKey() {}

    /** The key of {@link FinancialGoal#measure()}. */
    @JacksonAnnotationsInside
    @JsonProperty("measure")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Measure {}

    /** The key of {@link FinancialGoal#amount()}. */
    @JacksonAnnotationsInside
    @JsonProperty("amount")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Amount {}

    /** The key of {@link FinancialGoal#afterHorizon()}. */
    @JacksonAnnotationsInside
    @JsonProperty("afterHorizon")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface After {}

    /** The key of {@link FinancialGoal#catchUp()}. */
    @JacksonAnnotationsInside
    @JsonProperty("catchUp")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface HowToCatchUp {}

    /** The key of {@link AfterHorizon.GoesOn#growth()}. */
    @JacksonAnnotationsInside
    @JsonProperty("growth")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Growth {}
}
