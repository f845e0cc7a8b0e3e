package io.github.planningmath.plan;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link Season} is known in a document by its keys. In an annotation of its own, because javac reads what stands on a public
 * type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Season.OfYear.class), @JsonSubTypes.Type(Season.Launch.class)})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface SeasonJson {}
