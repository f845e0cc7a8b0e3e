package io.github.planningmath.risk;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link Doubt} names its type in a document. In an annotation of its own, because javac reads what stands on a
 * public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Doubt.Observed.class, name = "observed"),
    @JsonSubTypes.Type(value = Doubt.Between.class, name = "between"),
    @JsonSubTypes.Type(value = Doubt.Spread.class, name = "spread")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface DoubtJson {}
