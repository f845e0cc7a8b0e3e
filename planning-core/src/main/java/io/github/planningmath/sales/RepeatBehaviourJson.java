package io.github.planningmath.sales;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link RepeatBehaviour} names its type in a document. In an annotation of its own, because javac reads what stands
 * on a public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ConstantRepeat.class, name = "constant"),
    @JsonSubTypes.Type(value = RepeatByAge.class, name = "by-age"),
    @JsonSubTypes.Type(value = Subscription.class, name = "subscription")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface RepeatBehaviourJson {}
