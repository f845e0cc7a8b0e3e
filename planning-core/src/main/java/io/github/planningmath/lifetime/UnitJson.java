package io.github.planningmath.lifetime;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads a unit of time as {@code MONTHS}, as Jackson 2 writes it, and as {@code Months}, as Jackson 3 does. In an annotation
 * of its own, because javac reads what stands on a public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface UnitJson {}
