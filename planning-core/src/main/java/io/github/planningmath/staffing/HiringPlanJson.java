package io.github.planningmath.staffing;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of {@link HiringPlan} as a type in a document. In an annotation of its own, because javac reads what stands on a public
 * type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeName("hiring-plan")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface HiringPlanJson {}
