package io.github.planningmath.evidence;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link ConstantResult} names its type in a document. In an annotation of its own, because javac reads what stands on a
 * public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ConstantEstimate.class, name = "estimate"),
    @JsonSubTypes.Type(value = ConstantRefusal.TooFew.class, name = "too-few"),
    @JsonSubTypes.Type(value = ConstantRefusal.MoreThanTried.class, name = "more-than-tried"),
    @JsonSubTypes.Type(value = ConstantRefusal.OtherCurrency.class, name = "other-currency"),
    @JsonSubTypes.Type(value = ConstantRefusal.NothingOf.class, name = "nothing-of"),
    @JsonSubTypes.Type(value = ConstantRefusal.WithoutRate.class, name = "without-rate"),
    @JsonSubTypes.Type(value = ConstantRefusal.ByAge.class, name = "by-age"),
    @JsonSubTypes.Type(value = ConstantRefusal.ShortLog.class, name = "short-log"),
    @JsonSubTypes.Type(value = ConstantRefusal.Inseparable.class, name = "inseparable"),
    @JsonSubTypes.Type(value = ConstantRefusal.NoSeason.class, name = "no-season"),
    @JsonSubTypes.Type(value = ConstantRefusal.NoModel.class, name = "no-model")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ConstantResultJson {}
