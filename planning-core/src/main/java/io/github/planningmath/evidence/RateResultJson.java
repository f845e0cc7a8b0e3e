package io.github.planningmath.evidence;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link RateResult} names its type in a document. In an annotation of its own, because javac reads what stands on a
 * public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RateEstimate.class, name = "estimate"),
    @JsonSubTypes.Type(value = RateRefusal.TooFew.class, name = "too-few"),
    @JsonSubTypes.Type(value = RateRefusal.NoPlateau.class, name = "no-plateau"),
    @JsonSubTypes.Type(value = RateRefusal.BeyondTheLog.class, name = "beyond-the-log"),
    @JsonSubTypes.Type(value = RateRefusal.LogBeginsLater.class, name = "log-begins-later"),
    @JsonSubTypes.Type(value = RateRefusal.NotOneProcess.class, name = "not-one-process")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface RateResultJson {}
