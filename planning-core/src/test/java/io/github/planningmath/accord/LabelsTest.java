package io.github.planningmath.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Part;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Direction;
import io.github.planningmath.traffic.MarketingApproach;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Labels ENGLISH = Labels.of(Locale.ENGLISH);
    private static final Labels RUSSIAN = Labels.of(new Locale("ru", "RU"));

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(properties("ru").keySet()).isEqualTo(properties("en").keySet());
    }

    private static Properties properties(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Labels.class.getResourceAsStream("labels_" + language + ".properties");
                Reader reader = new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void everyConstantHasAWordInBoth() {
        assertThat(all(ENGLISH)).allMatch(word -> word.matches("[a-z][a-z' -]+"));
        assertThat(all(RUSSIAN)).allMatch(word -> word.matches("[а-яё][а-яё -]+(УТП)?"));
        assertThat(all(RUSSIAN)).hasSameSizeAs(all(ENGLISH));
    }

    private static List<String> all(Labels labels) {
        List<String> words = new ArrayList<>();
        Arrays.stream(Kpi.values()).map(labels::of).forEach(words::add);
        Arrays.stream(Department.values()).map(labels::of).forEach(words::add);
        Arrays.stream(Pillar.values()).map(labels::of).forEach(words::add);
        Arrays.stream(MarketingApproach.values()).map(labels::of).forEach(words::add);
        Arrays.stream(Direction.values()).map(labels::of).forEach(words::add);
        Arrays.stream(SalesTier.values()).map(labels::of).forEach(words::add);
        Arrays.stream(Factor.values()).map(labels::of).forEach(words::add);
        Arrays.stream(Rhythm.values()).map(labels::of).forEach(words::add);
        Arrays.stream(Judgement.values()).map(labels::of).forEach(words::add);
        Obligation.standard().stream().map(labels::of).forEach(words::add);
        Obligation.standard().stream().map(labels::evidence).forEach(words::add);
        return words;
    }

    @Test
    void theWordsInEnglishAreThoseOfTheConstants() {
        for (Kpi kpi : Kpi.values()) {
            assertThat(ENGLISH.of(kpi)).isEqualTo(kpi.label());
        }
        for (Factor effect : Factor.values()) {
            assertThat(ENGLISH.of(effect)).isEqualTo(effect.label());
        }
    }

    @Test
    void aPartOfAVerdictHasTheWordOfItsLevel() {
        assertThat(RUSSIAN.of(part(Part.Level.GAP, "gap"))).isEqualTo("отклонение");
        assertThat(RUSSIAN.of(part(Part.Level.OWNER, "marketing"))).isEqualTo("маркетинг");
        assertThat(RUSSIAN.of(part(Part.Level.DIRECTION, "repeat sale"))).isEqualTo("повторная продажа");
        assertThat(RUSSIAN.of(part(Part.Level.EFFECT, "channel mix"))).isEqualTo("структура каналов");
        assertThat(RUSSIAN.of(part(Part.Level.NOT_YET_DUE, "not yet due"))).isEqualTo("срок ещё не наступил");
        assertThat(RUSSIAN.of(part(Part.Level.EFFECT, Part.COSTS_OF_THE_HOUSE))).isEqualTo("общие расходы");
        assertThat(RUSSIAN.of(part(Part.Level.PRODUCT, "crm"))).isEqualTo("crm");
        assertThat(RUSSIAN.of(part(Part.Level.CHANNEL, "site"))).isEqualTo("site");
        assertThat(RUSSIAN.of(part(Part.Level.CHANNEL, Part.NO_CHANNEL))).isEqualTo("без канала");
    }

    @Test
    void aPartThatNoVerdictHasIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENGLISH.of(part(Part.Level.EFFECT, "luck")))
                .withMessage("Factor.label must be that of a factor (traffic volume, product mix, channel mix, site"
                        + " conversion, warm-up rate, manager conversion, retention, repeat rate, price, unit cost, cost"
                        + " per visit), but was luck.");
    }

    private static Part part(Part.Level level, String name) {
        return new Part(level, name, 0, BigDecimal.ZERO, List.of());
    }

    @Test
    void obligationsOfOnesOwnKeepTheirName() {
        Obligation own = new Obligation("joint lunch", Department.SALES, Rhythm.MONTHLY, "receipt", null);

        assertThat(RUSSIAN.of(own)).isEqualTo("joint lunch");
        assertThat(RUSSIAN.evidence(own)).isEqualTo("receipt");
    }

    @Test
    void serviceLevelsNameTheirNumbers() {
        assertThat(ENGLISH.of(new LeadDelivery("a", 300L, Rate.percent(70))))
                .isEqualTo("300 leads a month, 70% of them accepted");
        assertThat(ENGLISH.of(new FirstResponse("a", Ratio.of(1, 4), Rate.percent(90))))
                .isEqualTo("first response within 1/4 h to 90% of the leads");
        assertThat(RUSSIAN.of(new ContactAttempts("a", 5, Rate.ONE)))
                .isEqualTo("не менее 5 попыток связаться по 100% лидов");
        assertThat(RUSSIAN.of(new LeadFeedback("a", Rate.percent(80)))).isEqualTo("обратная связь по 80% лидов");
    }

    @Test
    void anImbalanceIsASentence() {
        Imbalance imbalance =
                new Imbalance(Department.MARKETING, List.of(Kpi.LEADS), List.of(Kpi.NEW_DEALS), List.of(Kpi.REVENUE));

        assertThat(ENGLISH.of(imbalance))
                .isEqualTo(
                        "marketing: all norms met (leads); sales: missed new deals; both departments: missed revenue.");
        assertThat(RUSSIAN.of(imbalance))
                .isEqualTo("маркетинг: все нормы выполнены (лиды); продажи: не выполнено — новые сделки;"
                        + " оба отдела: не выполнено — выручка.");
    }

    @Test
    void aDifferenceNamesBothValuesAndTheOwner() {
        ConstantsDifference difference =
                new ConstantsDifference("channels[site].siteConversion", "3%", null, Department.MARKETING, null);

        assertThat(ENGLISH.of(difference))
                .isEqualTo("channels[site].siteConversion: 3% in marketing's plan, none in sales' plan;"
                        + " answers for it: marketing");
        assertThat(RUSSIAN.of(difference))
                .isEqualTo("channels[site].siteConversion: 3% в плане маркетинга, нет в плане продаж;"
                        + " отвечает: маркетинг");
    }

    @Test
    void aDifferenceSaysWhatTheFactsSupport() {
        ConstantsDifference decided = new ConstantsDifference(
                "tiers[CONSULTATIVE].managerConversion",
                "20%",
                "15%",
                Department.SALES,
                new Arbitration(Rate.percent(20), Rate.percent(15), RateEvidence.finished(80, 400)));
        assertThat(ENGLISH.of(decided))
                .isEqualTo(
                        "tiers[CONSULTATIVE].managerConversion: 20% in marketing's plan, 15% in sales' plan; answers for it:"
                                + " sales; the facts favour 20% over 15% by 37.1 : 1, on 80 of 400 leads");
        ConstantsDifference open = new ConstantsDifference(
                "tiers[CONSULTATIVE].managerConversion",
                "20%",
                "15%",
                Department.SALES,
                new Arbitration(Rate.percent(20), Rate.percent(15), RateEvidence.finished(3, 20)));
        assertThat(RUSSIAN.of(open))
                .isEqualTo(
                        "tiers[CONSULTATIVE].managerConversion: 20% в плане маркетинга, 15% в плане продаж; отвечает:"
                                + " продажи; факты за 15% против 20%, 1.2 : 1, по 3 из 20 лидов; решили бы ещё 338 завершённых"
                                + " лидов; возможны оба значения, это вопрос договорённости");
    }

    @Test
    void otherLanguagesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.of(Locale.GERMANY))
                .withMessage("Labels.locale must be English (en) or Russian (ru), but was de-DE.");
    }
}
