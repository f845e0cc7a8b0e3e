package io.github.planningmath.evidence;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link Pooling} names its type in a document. In an annotation of its own, because javac reads what stands on a
 * public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pooling.Pooled.class, name = "pooled"),
    @JsonSubTypes.Type(value = Pooling.NoSpread.class, name = "no-spread")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface PoolingJson {}
