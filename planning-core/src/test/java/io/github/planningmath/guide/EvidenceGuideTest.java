package io.github.planningmath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.Headers;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.Lead;
import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.evidence.LeadsInHand;
import io.github.planningmath.evidence.OwnCurve;
import io.github.planningmath.evidence.Pooling;
import io.github.planningmath.evidence.RateDrift;
import io.github.planningmath.evidence.RateEstimate;
import io.github.planningmath.evidence.RateEstimator;
import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.evidence.RateResult;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calls of the page on evidence, from outside of the library's packages. */
class EvidenceGuideTest {

    private final LocalDate firstDay = LocalDate.of(2025, 1, 1);
    private final LocalDate april30 = LocalDate.of(2025, 4, 30);
    private final List<Row> rows = List.of(new Row(
            2L,
            Map.of(
                    "id", "4711",
                    "add_time", "2025-01-02 23:30:00",
                    "status", "won",
                    "won_time", "2025-01-20 09:00:00",
                    "channel", "site")));

    /** Of 5,000 leads of four months 15 % buy, half of them after 20 days. */
    private Stream<Lead> leads() {
        Random random = new Random(2);
        return IntStream.range(0, 5_000).mapToObj(lead -> {
            LocalDate entered = firstDay.plusDays(random.nextInt(120));
            Lead.Builder builder = Lead.builder("lead " + lead, entered).channel(lead % 3 == 0 ? "mail" : "site");
            return random.nextDouble() < 0.15
                    ? builder.won(entered.plusDays((long) (20 * Math.exp(1.2 * random.nextGaussian()))))
                            .build()
                    : builder.build();
        });
    }

    @Test
    void fromALogToARateWithWhatItRestsOn() {
        List<Lead> moreLeads = leads().toList();
        FunnelHistory history = FunnelHistory.reader(Headers.known("pipedrive"))
                .zone(ZoneId.of("Europe/Berlin"))
                .read(rows)
                .plus(FunnelHistory.from(moreLeads));
        KnownLeads known = history.knownThrough(april30);
        assertThat(known.leads()).isEqualTo(5_001);
        assertThat(100.0 * known.leads(Outcome.WON) / known.leads()).isBetween(10.0, 12.0);
        assertThat(known.flags()).isEmpty();

        RateResult result = RateEstimator.withDefaults().rate(known);
        RateEstimate rate = result.orThrow();
        assertThat(rate.range(Rate.percent(90)).contains(0.148)).isTrue();
        assertThat(rate.range(Rate.percent(90)).contains(rate.value())).isTrue();
        assertThat(rate.evidence().toString()).matches("\\d+ of 5001 leads, worth \\d+ of \\d+ finished ones");
        assertThat(rate.cycle().size()).isBetween(10, 12);
        assertThat(rate.explain()).contains(" within 300 days, 90% range ");
        RateEstimate month = RateEstimator.withDefaults().within(30).rate(known).orThrow();
        OwnCurve curve = OwnCurve.of(known);
        assertThat(month.value()).isEqualTo(curve.won(30));

        LeadsInHand inHand = rate.leadsInHand();
        assertThat(inHand.range(Rate.percent(90)).lower()).isGreaterThan((double) inHand.won());
        KnownLeads settled = known.observedFrom(firstDay).since(YearMonth.of(2025, 1));
        assertThat(settled.leads()).isEqualTo(5_001);
    }

    @Test
    void channelsAndMonths() {
        KnownLeads known = FunnelHistory.from(leads()).knownThrough(april30);
        Map<String, RateResult> byChannel = RateEstimator.withDefaults().byChannel(known);
        assertThat(byChannel).containsOnlyKeys("mail", "site");
        RateDrift drift = Objects.requireNonNull(RateDrift.of(known, 30));
        assertThat(drift.logOddsOfChange()).isLessThan(3);
        assertThat(drift.trend()).isBetween(-4.0, 4.0);
        Pooling pooling = Pooling.of(Map.of(
                "site", RateEvidence.finished(80, 400),
                "mail", RateEvidence.finished(3, 20),
                "fairs", RateEvidence.finished(40, 120)));
        double mail = pooling.rate("mail");
        assertThat(mail).isGreaterThan(0.15);
    }
}
