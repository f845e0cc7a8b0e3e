package io.github.planningmath.plan;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link Change} tells its type in a document: by the kind of constant, which it names in any case. In an annotation of its
 * own, because javac reads what stands on a public type and warns everybody who compiles against it without Jackson.
 */
@JacksonAnnotationsInside
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "driver",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(
            value = Change.AmountOfProduct.class,
            names = {"price", "unitCost", "renewalPrice", "renewalUnitCost"}),
    @JsonSubTypes.Type(value = Change.ShareOfProduct.class, name = "commission"),
    @JsonSubTypes.Type(
            value = Change.RateOfCustomers.class,
            names = {"renewalCommission", "retention", "repeatRate"}),
    @JsonSubTypes.Type(value = Change.BehaviourOfCustomers.class, name = "repeatBehaviour"),
    @JsonSubTypes.Type(
            value = Change.ShareOfChannel.class,
            names = {"siteConversion", "warmUpRate"}),
    @JsonSubTypes.Type(value = Change.AmountOfChannel.class, name = "costPerVisit"),
    @JsonSubTypes.Type(value = Change.RateOfTier.class, name = "managerConversion"),
    @JsonSubTypes.Type(value = Change.RateOfProduct.class, name = "productConversion"),
    @JsonSubTypes.Type(value = Change.RateOfTierStage.class, name = "stageConversion"),
    @JsonSubTypes.Type(value = Change.RateOfProductStage.class, name = "productStageConversion"),
    @JsonSubTypes.Type(value = Change.MixOfTier.class, name = "channelMix"),
    @JsonSubTypes.Type(value = Change.MixOfProduct.class, name = "productChannelMix"),
    @JsonSubTypes.Type(value = Change.CountOfChannel.class, name = "visitCeiling"),
    @JsonSubTypes.Type(value = Change.CostsOfTheHouse.class, name = "fixedCosts")
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ChangeJson {}
