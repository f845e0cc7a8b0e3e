package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FunnelHistoryPropertyTest {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);

    @Property
    void partsMergeInAnyOrderAndGrouping(@ForAll("leads") List<Lead> leads, @ForAll long seed) {
        Random random = new Random(seed);
        List<List<Lead>> parts = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        leads.forEach(lead -> parts.get(random.nextInt(3)).add(lead));
        Collections.shuffle(parts, random);
        List<FunnelHistory> histories =
                parts.stream().map(part -> FunnelHistory.from(part.stream())).toList();
        FunnelHistory whole = FunnelHistory.from(leads.stream());
        assertThat(histories.get(0).plus(histories.get(1)).plus(histories.get(2)))
                .isEqualTo(whole);
        assertThat(histories.get(0).plus(histories.get(1).plus(histories.get(2))))
                .isEqualTo(whole);
        LocalDate day = START.plusDays(random.nextInt(60));
        assertThat(histories.stream()
                        .map(history -> history.knownThrough(day).byMonth())
                        .reduce(KnownLeads::plus))
                .contains(whole.knownThrough(day).byMonth());
    }

    /** Law 11: what is known on a day is a function of the events up to it. */
    @Property
    void nothingLaterLeaks(@ForAll("leads") List<Lead> leads, @ForAll @IntRange(max = 70) int days) {
        LocalDate day = START.plusDays(days);
        List<Lead> until = leads.stream()
                .filter(lead -> !lead.entered().isAfter(day))
                .map(lead -> lead.end().date() == null || !lead.end().date().isAfter(day)
                        ? lead
                        : new Lead(
                                lead.id(),
                                lead.entered(),
                                lead.product(),
                                lead.channel(),
                                lead.owner(),
                                lead.customer(),
                                lead.stages(),
                                new LeadEnd.Open(null, null)))
                .toList();
        assertThat(FunnelHistory.from(leads.stream()).knownThrough(day))
                .isEqualTo(FunnelHistory.from(until.stream()).knownThrough(day));
    }

    @Property
    void everyLeadIsCountedOnce(@ForAll("leads") List<Lead> leads, @ForAll @IntRange(max = 70) int days) {
        FunnelHistory history = FunnelHistory.from(leads.stream());
        assertThat(history.leads()).isEqualTo(leads.size());
        assertThat(history.knownThrough(START.plusDays(days)).leads())
                .isEqualTo(leads.stream()
                        .filter(lead -> !lead.entered().isAfter(START.plusDays(days)))
                        .count());
    }

    @Provide
    Arbitrary<List<Lead>> leads() {
        Currency euro = Currency.getInstance("EUR");
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(0, 30),
                        kinds,
                        Arbitraries.of("crm", "site"),
                        Arbitraries.of("mail", "phone", "\ufb00"),
                        Arbitraries.integers().between(0, 10_000))
                .as((day, wait, kind, product, channel, cents) -> {
                    LocalDate entered = START.plusDays(day);
                    LocalDate ended = entered.plusDays(wait);
                    LeadEnd end = switch (kind) {
                        case 0 -> new LeadEnd.Open(null, null);
                        case 1 -> new LeadEnd.Open(BigDecimal.valueOf(cents, 2), euro);
                        case 2 -> new LeadEnd.Won(ended, BigDecimal.valueOf(cents, 2), euro);
                        case 3 -> new LeadEnd.Won(ended, null, null);
                        default -> new LeadEnd.Lost(wait % 2 == 0 ? null : ended, "price");
                    };
                    return new Lead("a", entered, product, kind == 3 ? null : channel, null, null, List.of(), end);
                })
                .list()
                .ofMaxSize(40);
    }
}
