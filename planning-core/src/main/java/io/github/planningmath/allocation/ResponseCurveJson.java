package io.github.planningmath.allocation;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link ResponseCurve} names its type in a document. In an annotation of its own, because javac reads what stands on
 * a public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LinearResponse.class, name = "linear"),
    @JsonSubTypes.Type(value = PowerResponse.class, name = "power"),
    @JsonSubTypes.Type(value = LogarithmicResponse.class, name = "logarithmic"),
    @JsonSubTypes.Type(value = ExponentialResponse.class, name = "exponential"),
    @JsonSubTypes.Type(value = MichaelisMenten.class, name = "michaelis-menten"),
    @JsonSubTypes.Type(value = Hill.class, name = "hill"),
    @JsonSubTypes.Type(value = PiecewiseLinear.class, name = "piecewise-linear"),
    @JsonSubTypes.Type(value = Adstock.class, name = "adstock")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ResponseCurveJson {}
