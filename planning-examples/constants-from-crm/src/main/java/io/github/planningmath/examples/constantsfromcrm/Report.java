package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.accord.Arbitration;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.evidence.LeadsInHand;
import io.github.planningmath.evidence.Pooling;
import io.github.planningmath.evidence.RateDrift;
import io.github.planningmath.evidence.RateEstimate;
import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.evidence.RateEvidence.Range;
import io.github.planningmath.evidence.RateRefusal;
import io.github.planningmath.evidence.RateResult;
import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a study shows, in words and figures.
 *
 * @param sections its parts
 */
record Report(List<Section> sections) {

    static final Rate LEVEL = Rate.percent(90);

    private static final double ODDS_THAT_DECIDE = 20;
    private static final double LEAST_LOG_ODDS = Math.log(ODDS_THAT_DECIDE);
    private static final double MOST_ODDS_SHOWN = 1e6;

    static Report of(Study study, Words words) {
        List<Section> sections = new ArrayList<>();
        sections.add(read(study, words));
        sections.add(constants(study, words));
        sections.add(inHand(study, words));
        sections.add(drift(study, words));
        sections.add(channels(study, words));
        if (!study.quarrels().isEmpty()) {
            sections.add(quarrels(study, words));
        }
        return new Report(List.copyOf(sections));
    }

    String text() {
        return sections.stream().map(Section::sheet).map(Sheet::text).collect(Collectors.joining("\n\n"));
    }

    private static Section read(Study study, Words words) {
        KnownLeads known = study.known();
        Table leads = new Table(List.of(words.text("leads")), List.of(words.text("number")))
                .row(words.text("read"), whole(words, study.history().leads()))
                .row(words.text("known"), whole(words, known.leads()))
                .row(1, words.text("won"), whole(words, known.leads(Outcome.WON)))
                .row(1, words.text("lost"), whole(words, known.leads(Outcome.LOST)))
                .row(1, words.text("open"), whole(words, known.leads(Outcome.OPEN)))
                .row(words.text("unplaced"), whole(words, study.estimates().unplaced()));
        study.history()
                .excluded()
                .forEach((reason, excluded) -> leads.row(
                        words.text("excluded", words.text("exclusion." + reason.name())),
                        whole(words, excluded.leads())));
        List<String> notes = new ArrayList<>();
        study.history().excluded().values().forEach(excluded -> notes.add(words.text("example", excluded.example())));
        known.flags().forEach(flag -> notes.add(words.text("odd", flag.text())));
        return new Section(
                words.text("read.title"),
                List.of(words.text("read.lead", study.source(), study.window().until())),
                List.of(leads),
                notes);
    }

    private static Section constants(Study study, Words words) {
        Table table = new Table(
                List.of(words.text("conversion"), words.text("rests-on")),
                List.of(words.text("in-plan"), words.text("plain"), words.text("by-facts"), words.text("range")));
        List<String> notes = new ArrayList<>();
        study.estimates().rates().forEach((driver, result) -> {
            Rate planned = study.given().constants().value(driver);
            RateEstimate estimate = Study.estimate(result);
            boolean isSaid = result instanceof RateEstimate;
            table.row(
                    conversion(driver, words),
                    estimate == null ? Figures.NONE : evidence(estimate.evidence(), words),
                    planned == null ? Figures.NONE : words.figures().ofRate(planned),
                    estimate == null ? Figures.NONE : plain(estimate.evidence(), words),
                    isSaid
                            ? words.figures()
                                    .share(Objects.requireNonNull(estimate).value())
                            : words.text("refused"),
                    estimate == null ? Figures.NONE : range(estimate.range(LEVEL), words));
            if (result instanceof RateRefusal refusal) {
                notes.add(words.text("kept", conversion(driver, words), refusal(refusal, words)));
            }
        });
        List<String> checks = new ArrayList<>();
        List<String> cycles = new ArrayList<>();
        PlanningConstants grounded = study.estimates().constants();
        grounded.basis().forEach(row -> {
            if (row.constant().kind() == Driver.Kind.PRICE) {
                checks.add(row.constant().product() + " " + row.value());
            }
            SalesTier tier = row.constant().tier();
            if (tier != null && row.constant().kind() == Driver.Kind.SALES_CYCLE) {
                cycles.add(words.labels().of(tier) + " " + row.value());
            }
        });
        if (!checks.isEmpty()) {
            notes.add(words.text("checks", String.join(", ", checks)));
        }
        cycles.forEach(cycle -> notes.add(words.text("cycle", cycle)));
        notes.add(words.text("judged", words.figures().whole((long)
                study.estimates().judged().size())));
        return new Section(
                words.text("constants.title"),
                List.of(words.text("constants.lead", study.window().within()), words.text("constants.how")),
                List.of(table),
                notes);
    }

    static String conversion(Driver<Rate> driver, Words words) {
        SalesTier tier = driver.tier();
        String whose = tier == null
                ? Objects.requireNonNull(driver.product())
                : words.labels().of(tier);
        String channel = driver.channel();
        return channel == null ? whose : words.text("over", whose, channel);
    }

    private static String evidence(RateEvidence evidence, Words words) {
        String counted = words.text("of", whole(words, evidence.won()), whole(words, evidence.leads()));
        boolean finished = evidence.effectiveLeads() == (double) evidence.leads();
        return finished
                ? counted
                : words.text(
                        "worth",
                        counted,
                        words.figures().whole(evidence.effectiveWon()),
                        words.figures().whole(evidence.effectiveLeads()));
    }

    private static String plain(RateEvidence evidence, Words words) {
        return evidence.leads() == 0 ? Figures.NONE : words.figures().share((double) evidence.won() / evidence.leads());
    }

    private static String range(Range range, Words words) {
        return words.text(
                "from-to",
                words.figures().decimal(100 * range.lower(), 1),
                words.figures().share(range.upper()));
    }

    private static String refusal(RateRefusal refusal, Words words) {
        if (refusal instanceof RateRefusal.TooFew few) {
            return words.text("refusal.too-few", whole(words, few.won()), whole(words, few.leads()));
        }
        if (refusal instanceof RateRefusal.NoPlateau young) {
            return words.text("refusal.no-plateau", young.oldest(), young.needed());
        }
        if (refusal instanceof RateRefusal.NotOneProcess change) {
            return words.text(
                    "refusal.not-one",
                    change.month(),
                    words.figures().share(change.before()),
                    words.figures().share(change.after()),
                    change.days(),
                    odds(change.logOdds(), words),
                    change.month());
        }
        if (refusal instanceof RateRefusal.LogBeginsLater later) {
            return words.text("refusal.log-begins-later", later.firstDeal(), later.firstDeal());
        }
        RateRefusal.BeyondTheLog beyond = (RateRefusal.BeyondTheLog) refusal;
        return words.text("refusal.beyond", beyond.most(), beyond.most());
    }

    private static String odds(double logOdds, Words words) {
        double odds = Math.exp(logOdds);
        return odds > MOST_ODDS_SHOWN
                ? words.text("more-than", words.figures().whole(MOST_ODDS_SHOWN))
                : words.figures().whole(odds);
    }

    private static Section inHand(Study study, Words words) {
        Table table = new Table(
                List.of(words.text("conversion")),
                List.of(words.text("leads"), words.text("won"), words.text("will-be"), words.text("range")));
        study.estimates().rates().forEach((driver, result) -> {
            RateEstimate estimate = Study.estimate(result);
            if (estimate != null) {
                LeadsInHand hand = estimate.leadsInHand();
                Range range = hand.range(LEVEL);
                table.row(
                        conversion(driver, words),
                        whole(words, hand.leads()),
                        whole(words, hand.won()),
                        words.figures().whole(hand.expected()),
                        words.text(
                                "from-to",
                                words.figures().whole(range.lower()),
                                words.figures().whole(range.upper())));
            }
        });
        return new Section(words.text("hand.title"), List.of(words.text("hand.lead")), List.of(table), List.of());
    }

    private static Section drift(Study study, Words words) {
        Map<SalesTier, RateDrift> drifts = study.drifts();
        Table table = new Table(
                List.of(words.text("month")),
                List.of(words.text("leads"), words.text("won-within", Study.COMMON_DAYS), words.text("share")));
        List<String> notes = new ArrayList<>();
        drifts.forEach((tier, drift) -> {
            table.section(words.labels().of(tier));
            for (RateDrift.Month month : drift.months()) {
                table.row(
                        month.month().toString(),
                        whole(words, month.leads()),
                        whole(words, month.won()),
                        month.leads() == 0
                                ? Figures.NONE
                                : words.figures().share((double) month.won() / month.leads()));
            }
            String name = words.sentence(words.labels().of(tier));
            notes.add(
                    drift.logOddsOfChange() > LEAST_LOG_ODDS
                            ? words.text(
                                    "drift.change",
                                    name,
                                    drift.likeliestChange(),
                                    words.figures().share(drift.before()),
                                    words.figures().share(drift.after()),
                                    odds(drift.logOddsOfChange(), words))
                            : words.text("drift.none", name));
        });
        study.estimates().leads().keySet().stream()
                .filter(tier -> !drifts.containsKey(tier))
                .forEach(tier -> notes.add(words.text(
                        "drift.nothing", words.sentence(words.labels().of(tier)))));
        return new Section(
                words.text("drift.title"), List.of(words.text("drift.lead", Study.COMMON_DAYS)), List.of(table), notes);
    }

    /** What is known of each channel of the tier that is drawn. */
    static Map<String, RateEstimate> byChannel(Study study) {
        Map<String, RateResult> results = study.window().estimator().byChannel(study.leads(study.drawn()));
        Map<String, RateEstimate> estimates = new LinkedHashMap<>();
        results.forEach((channel, result) -> {
            RateEstimate estimate = Study.estimate(result);
            if (estimate != null && estimate.evidence().effectiveLeads() > 0) {
                estimates.put(channel, estimate);
            }
        });
        return estimates;
    }

    /** Moved towards each other, each the more the less it rests on; absent where there are too few channels. */
    static @Nullable Pooling pooling(Map<String, RateEstimate> byChannel) {
        Map<String, RateEvidence> evidence = new LinkedHashMap<>();
        byChannel.forEach((channel, estimate) -> evidence.put(channel, estimate.evidence()));
        return evidence.size() < 2 ? null : Pooling.of(evidence);
    }

    private static Section channels(Study study, Words words) {
        Map<String, RateEstimate> byChannel = byChannel(study);
        Pooling pooling = pooling(byChannel);
        Table table = new Table(
                List.of(words.text("channel"), words.text("rests-on")),
                List.of(words.text("plain"), words.text("by-facts"), words.text("range"), words.text("pooled")));
        byChannel.forEach((channel, estimate) -> table.row(
                channel,
                evidence(estimate.evidence(), words),
                plain(estimate.evidence(), words),
                words.figures().share(estimate.value()),
                range(estimate.range(LEVEL), words),
                pooling == null ? Figures.NONE : words.figures().share(pooling.rate(channel))));
        return new Section(
                words.text("channels.title", words.labels().of(study.drawn())),
                List.of(words.text("channels.lead")),
                List.of(table),
                pooling instanceof Pooling.NoSpread ? List.of(words.text("no-spread")) : List.of());
    }

    private static Section quarrels(Study study, Words words) {
        Table table = new Table(
                List.of(words.text("conversion"), words.text("rests-on")),
                List.of(words.text("in-plan"), words.text("claim"), words.text("favours"), words.text("undecided")));
        List<String> notes = new ArrayList<>();
        for (Study.Quarrel quarrel : study.quarrels()) {
            String name = conversion(quarrel.claim().conversion(), words);
            Arbitration arbitration = quarrel.arbitration();
            if (arbitration == null) {
                notes.add(words.text("quarrel.none", name));
                continue;
            }
            double log = arbitration.logRatio();
            Rate favoured = log >= 0 ? arbitration.first() : arbitration.second();
            table.row(
                    name,
                    evidence(arbitration.evidence(), words),
                    words.figures().ofRate(arbitration.first()),
                    words.figures().ofRate(arbitration.second()),
                    words.text(
                            "odds",
                            words.figures().ofRate(favoured),
                            words.figures().decimal(Math.exp(Math.abs(log)), 1)),
                    words.figures().share(arbitration.undecidedShare()));
            long further = arbitration.furtherLeads(ODDS_THAT_DECIDE);
            notes.add(
                    further == 0
                            ? words.text("quarrel.decided", name)
                            : words.text("quarrel.further", name, whole(words, further)));
            if (arbitration.leavesBoth(LEVEL)) {
                notes.add(words.text("quarrel.agreement", name));
            }
        }
        return new Section(words.text("quarrel.title"), List.of(words.text("quarrel.lead")), List.of(table), notes);
    }

    private static String whole(Words words, long count) {
        return words.figures().whole(count);
    }
}
