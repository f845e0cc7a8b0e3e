package io.github.planningmath.allocation;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an {@link AllocationConflict} names its type in a document. In an annotation of its own, because javac reads what stands on
 * a public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AllocationConflict.FloorsAboveCeiling.class, name = "floors-above-ceiling"),
    @JsonSubTypes.Type(value = AllocationConflict.CeilingsBelowFloor.class, name = "ceilings-below-floor"),
    @JsonSubTypes.Type(value = AllocationConflict.NoStepWithin.class, name = "no-step-within"),
    @JsonSubTypes.Type(value = AllocationConflict.OutOfReach.class, name = "out-of-reach"),
    @JsonSubTypes.Type(value = AllocationConflict.ReturnOutOfReach.class, name = "return-out-of-reach"),
    @JsonSubTypes.Type(
            value = AllocationConflict.MarginalReturnOutOfReach.class,
            name = "marginal-return-out-of-reach"),
    @JsonSubTypes.Type(value = AllocationConflict.Unlimited.class, name = "unlimited")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface AllocationConflictJson {}
