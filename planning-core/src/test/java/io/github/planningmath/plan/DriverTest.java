package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverTest {

    private final PlanningConstants constants = SmallBusiness.constants();

    @Test
    void aConstantIsReadAndReplacedAtItsAddress() {
        PlanningConstants dearer = constants.with(Driver.price("crm"), new BigDecimal("1300"));
        assertThat(dearer.value(Driver.price("crm"))).isEqualTo(new BigDecimal("1300"));
        assertThat(dearer).isEqualTo(constants.withProduct("crm", each -> each.withPrice(new BigDecimal("1300"))));
    }

    @Test
    void aConstantIsChangedFromWhatItIs() {
        PlanningConstants dearer = constants.changing(Driver.price("crm"), price -> price.add(BigDecimal.TEN));
        assertThat(dearer.value(Driver.price("crm"))).isEqualTo(new BigDecimal("1010"));
    }

    @Test
    void whatIsNotGivenIsAbsentUntilItIs() {
        Driver<Rate> ofSite = Driver.managerConversion(SalesTier.CONSULTATIVE, "site");
        assertThat(constants.value(ofSite)).isNull();
        assertThat(constants.value(Driver.commission("crm"))).isNull();
        assertThat(constants.value(Driver.visitCeiling("site"))).isNull();
        assertThat(Driver.all(constants)).doesNotContain(ofSite);
        PlanningConstants given = constants.with(ofSite, Rate.percent(30));
        assertThat(Driver.all(given)).contains(ofSite, Driver.managerConversion(SalesTier.CONSULTATIVE));
        assertThat(given.value(Driver.managerConversion(SalesTier.CONSULTATIVE)))
                .isEqualTo(Rate.percent(20));
    }

    @Test
    void retentionAndRepeatRateAreConstantsOfTheirOwnWhereEveryAgeIsAlike() {
        PlanningConstants alike =
                constants.with(Driver.repeatBehaviour("crm"), new ConstantRepeat(Ratio.percent(90), Ratio.percent(5)));
        assertThat(Driver.all(alike)).contains(Driver.retention("crm"), Driver.repeatRate("crm"));
        assertThat(alike.with(Driver.retention("crm"), Ratio.percent(95)).value(Driver.repeatBehaviour("crm")))
                .isEqualTo(new ConstantRepeat(Ratio.percent(95), Ratio.percent(5)));
        PlanningConstants byAge = constants.with(
                Driver.repeatBehaviour("crm"), new RepeatByAge(List.of(Ratio.percent(50)), List.of(Ratio.ZERO)));
        assertThat(Driver.all(byAge))
                .contains(Driver.repeatBehaviour("crm"))
                .doesNotContain(Driver.retention("crm"), Driver.repeatRate("crm"));
        assertThatThrownBy(() -> byAge.with(Driver.retention("crm"), Ratio.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Driver.retention must be of a product whose customers behave alike at every age, but those of crm"
                                + " do not. Perhaps Driver.repeatBehaviour was meant.");
    }

    @Test
    void whatThereIsNotCannotBeChanged() {
        assertThatThrownBy(() -> constants.changing(Driver.visitCeiling("site"), visits -> visits + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PlanningConstants.changing must be of a constant that is given, but was of visitCeiling[site]."
                                + " Perhaps PlanningConstants.with was meant.");
    }

    @Test
    void anUnknownProductIsNamed() {
        assertThatThrownBy(() -> constants.value(Driver.price("cmr")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Assortment.product must be given the name of a product (crm), but was given cmr.");
    }

    @ParameterizedTest
    @CsvSource({
        "price[crm], price of crm",
        "managerConversion[CONSULTATIVE], manager conversion of the consultative tier",
        "managerConversion[CONSULTATIVE][site], manager conversion of the consultative tier over site",
        "siteConversion[site], site conversion of site",
        "fixedCosts, fixed costs",
        "price[a]]b[c], price of a]b[c",
        "price[a]]], price of a]"
    })
    void theTextOfADriverLeadsToIt(String text, String label) {
        Driver<?> driver = Driver.parse(text);
        assertThat(driver).hasToString(text);
        assertThat(driver.label()).isEqualTo(label);
    }

    @Test
    void driversAreEqualByKindAndNames() {
        assertThat(Driver.price("crm")).isEqualTo(Driver.price("crm")).hasSameHashCodeAs(Driver.price("crm"));
        assertThat((Object) Driver.price("crm")).isNotEqualTo(Driver.unitCost("crm"));
        assertThat(Driver.price("crm")).isNotEqualTo(Driver.price("erp"));
    }

    @Test
    void whoOwnsTheFactorAnswersForTheConstant() {
        Ownership ownership = Ownership.withDefaults();
        List<SalesTier> tiers = List.of(SalesTier.values());
        assertThat(Driver.managerConversion(SalesTier.CONSULTATIVE).owner(ownership, tiers))
                .isEqualTo(Department.SALES);
        assertThat(Driver.managerConversion(SalesTier.TRANSACTIONAL).owner(ownership, tiers))
                .isEqualTo(Department.MARKETING);
        assertThat(Driver.commission("crm").owner(ownership, tiers)).isEqualTo(Department.MARKETING);
        assertThat(Driver.repeatBehaviour("crm").owner(ownership, tiers)).isEqualTo(Department.SHARED);
        assertThat(Driver.fixedCosts().owner(ownership, tiers)).isEqualTo(Department.SHARED);
    }

    @Test
    void everyFactorButVolumeHasADriver() {
        List<Factor> reached = List.of(Driver.Kind.values()).stream()
                .flatMap(kind -> kind.factors().stream())
                .distinct()
                .toList();
        assertThat(reached).containsExactlyInAnyOrder(Factor.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pricee[crm]", "", "[crm]", "PRICE[crm]"})
    void anUnknownKindIsNamedWithThoseThereAre(String text) {
        assertThatThrownBy(() -> Driver.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Driver must be one of season, productSeason, productMix, price, unitCost, commission, renewalPrice,"
                                + " renewalUnitCost, renewalCommission, retention, repeatRate, repeatBehaviour, expansion,"
                                + " contraction, siteConversion, warmUpRate, costPerVisit, trafficCost, visitCeiling,"
                                + " managerConversion, salesCycle, channelMix, productConversion, productCycle, productChannelMix,"
                                + " stageConversion, stageWaits, productStageConversion, productStageWaits,"
                                + " marketPotential, fixedCosts, peopleCost, with the names it is of in"
                                + " brackets, but was " + text + ". Perhaps price[crm] was meant.");
    }

    @ParameterizedTest
    @CsvSource({
        "price, price with a product in brackets",
        "price[a][b], price with a product in brackets",
        "siteConversion, siteConversion with a channel in brackets",
        "fixedCosts[crm], fixedCosts alone",
        "channelMix[CONSULTATIVE][site], channelMix with a tier in brackets",
        "managerConversion, 'managerConversion with a tier in brackets, and perhaps a channel in further ones'"
    })
    void namesThatAKindIsNotOfAreRefused(String text, String form) {
        assertThatThrownBy(() -> Driver.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Driver must be " + form + ", but was " + text + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"price[crm", "price[crm]x", "price[a]]", "price[a]b]"})
    void aBracketThatDoesNotCloseIsRefused(String text) {
        assertThatThrownBy(() -> Driver.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Driver must have each name in brackets of its own, but was " + text
                        + ". Perhaps a closing bracket in a name is to be doubled.");
    }

    @Test
    void anUnknownTierIsRefused() {
        assertThatThrownBy(() -> Driver.parse("channelMix[consultative]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Driver.tier must be one of [TRANSACTIONAL, CONSULTATIVE, STRATEGIC], but was"
                        + " channelMix[consultative].");
    }

    @Test
    void anAddressIsWrittenInFull() {
        assertThat(Objects.requireNonNull(Driver.managerConversion(SalesTier.STRATEGIC, "site")))
                .extracting(Driver::kind, Driver::product, Driver::channel, Driver::tier)
                .containsExactly(Driver.Kind.MANAGER_CONVERSION, null, "site", SalesTier.STRATEGIC);
    }
}
