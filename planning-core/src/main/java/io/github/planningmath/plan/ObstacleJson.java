package io.github.planningmath.plan;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an {@link Obstacle} names its type in a document. In an annotation of its own, because javac reads what stands on a
 * public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Obstacle.LosesMoney.class, name = "loses-money"),
    @JsonSubTypes.Type(value = Obstacle.CustomersLeave.class, name = "customers-leave"),
    @JsonSubTypes.Type(value = Obstacle.TrafficTooDear.class, name = "traffic-too-dear"),
    @JsonSubTypes.Type(value = Obstacle.PeopleTooDear.class, name = "people-too-dear"),
    @JsonSubTypes.Type(value = Obstacle.DeskOverloaded.class, name = "desk-overloaded"),
    @JsonSubTypes.Type(value = Obstacle.CeilingsBind.class, name = "ceilings-bind"),
    @JsonSubTypes.Type(value = Obstacle.BeyondHorizon.class, name = "beyond-horizon"),
    @JsonSubTypes.Type(value = Obstacle.MarketExhausted.class, name = "market-exhausted"),
    @JsonSubTypes.Type(value = Obstacle.TargetMissed.class, name = "target-missed"),
    @JsonSubTypes.Type(value = Obstacle.OutOfSeason.class, name = "out-of-season"),
    @JsonSubTypes.Type(value = Obstacle.PinConflict.class, name = "pin-conflict"),
    @JsonSubTypes.Type(value = Obstacle.Inadmissible.class, name = "inadmissible"),
    @JsonSubTypes.Type(value = Obstacle.Unlimited.class, name = "unlimited"),
    @JsonSubTypes.Type(value = Obstacle.NotAllTried.class, name = "not-all-tried")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ObstacleJson {}
