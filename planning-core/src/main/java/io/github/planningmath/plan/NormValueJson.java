package io.github.planningmath.plan;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link NormValue} names its type in a document. In an annotation of its own, because javac reads what stands on a
 * public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NormValue.Count.class, name = "count"),
    @JsonSubTypes.Type(value = NormValue.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = NormValue.Conversion.class, name = "conversion"),
    @JsonSubTypes.Type(value = NormValue.Proportion.class, name = "proportion"),
    @JsonSubTypes.Type(value = NormValue.Mean.class, name = "mean"),
    @JsonSubTypes.Type(value = NormValue.Exact.class, name = "exact")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface NormValueJson {}
