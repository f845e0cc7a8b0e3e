package io.github.planningmath.plan;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link Basis} names its type in a document. In an annotation of its own, because javac reads what stands on a
 * public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Basis.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = Basis.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = Basis.Judged.class, name = "judged"),
    @JsonSubTypes.Type(value = Basis.Agreed.class, name = "agreed")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface BasisJson {}
