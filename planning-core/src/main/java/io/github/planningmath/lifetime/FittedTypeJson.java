package io.github.planningmath.lifetime;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How what was fitted names its type in a document, whatever the type that the fit is declared of. In an annotation of its own, because javac reads what stands on
 * a public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Nbd.class, name = "nbd"),
    @JsonSubTypes.Type(value = BgNbd.class, name = "bg-nbd"),
    @JsonSubTypes.Type(value = MbgNbd.class, name = "mbg-nbd"),
    @JsonSubTypes.Type(value = ParetoNbd.class, name = "pareto-nbd"),
    @JsonSubTypes.Type(value = BgBb.class, name = "bg-bb"),
    @JsonSubTypes.Type(value = GammaGamma.class, name = "gamma-gamma"),
    @JsonSubTypes.Type(value = SpendModel.Constant.class, name = "constant"),
    @JsonSubTypes.Type(value = ShiftedBetaGeometric.class, name = "shifted-beta-geometric"),
    @JsonSubTypes.Type(value = FittedModel.class, name = "fitted-model")
})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface FittedTypeJson {}
