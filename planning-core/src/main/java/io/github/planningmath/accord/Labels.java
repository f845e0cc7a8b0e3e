package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words for what a plan, a verdict and a scorecard speak of, in English and in Russian. Both are complete. */
public final class Labels {

    private static final Labels ENGLISH = new Labels(Locale.ENGLISH);
    private static final Labels RUSSIAN = new Labels(new Locale("ru"));
    private static final String ENUMERATION = ", ";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Labels(Locale locale) {
        this.locale = locale;
        this.bundle = read("labels_" + locale.getLanguage() + ".properties");
    }

    // The look-up of ResourceBundle would fall back to the language of the machine.
    private static ResourceBundle read(String name) {
        try (InputStream stream =
                Objects.requireNonNull(Labels.class.getResourceAsStream(name), "There is no " + name + ".")) {
            return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The words of a language.
     *
     * @param locale English or Russian, of any country
     * @return its labels
     * @throws IllegalArgumentException if it is another language; there is no fallback
     */
    public static Labels of(Locale locale) {
        return switch (Required.present(locale, "Labels.locale").getLanguage()) {
            case "en" -> ENGLISH;
            case "ru" -> RUSSIAN;
            default ->
                throw new IllegalArgumentException(
                        "Labels.locale must be English (en) or Russian (ru), but was " + locale.toLanguageTag() + ".");
        };
    }

    /**
     * The language.
     *
     * @return English or Russian, without a country
     */
    public Locale locale() {
        return locale;
    }

    /**
     * The word for a KPI.
     *
     * @param kpi the KPI
     * @return its label
     */
    public String of(Kpi kpi) {
        return constant("kpi", kpi);
    }

    /**
     * The word for a department.
     *
     * @param department the department
     * @return its label
     */
    public String of(Department department) {
        return constant("department", department);
    }

    /**
     * The word for a direction.
     *
     * @param direction the direction
     * @return its label
     */
    public String of(Direction direction) {
        return constant("direction", direction);
    }

    /**
     * The word for one of the three things that a business stands on.
     *
     * @param pillar product, traffic or sales
     * @return its label
     */
    public String of(Pillar pillar) {
        return constant("pillar", pillar);
    }

    /**
     * The word for a marketing approach.
     *
     * @param approach the approach
     * @return its label
     */
    public String of(MarketingApproach approach) {
        return constant("approach", approach);
    }

    /**
     * The word for a tier.
     *
     * @param tier the tier
     * @return its label
     */
    public String of(SalesTier tier) {
        return constant("tier", tier);
    }

    /**
     * The word for a factor.
     *
     * @param factor the factor
     * @return its label
     */
    public String of(Factor factor) {
        return constant("factor", factor);
    }

    /**
     * The word for a part of a verdict.
     *
     * @param part the part
     * @return the word for the gap, its owner, pillar, direction or effect, or for no channel; of products and channels their name
     * @throws IllegalArgumentException if no verdict has a part of that name on its level
     */
    public String of(Part part) {
        return switch (part.level()) {
            case GAP -> bundle.getString("part.GAP");
            case OWNER -> of(Department.valueOf(constantName(part)));
            case PILLAR -> of(Pillar.valueOf(constantName(part)));
            case DIRECTION -> of(Direction.valueOf(constantName(part)));
            case NOT_YET_DUE -> bundle.getString("part.NOT_YET_DUE");
            case EFFECT ->
                part.name().equals(Part.COSTS_OF_THE_HOUSE)
                        ? bundle.getString("part.COSTS_OF_THE_HOUSE")
                        : of(Factor.labelled(part.name()));
            case PRODUCT -> part.name();
            case CHANNEL -> part.name().equals(Part.NO_CHANNEL) ? bundle.getString("part.NO_CHANNEL") : part.name();
        };
    }

    private static String constantName(Part part) {
        return part.name().toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    /**
     * The word for a rhythm.
     *
     * @param rhythm the rhythm
     * @return its label
     */
    public String of(Rhythm rhythm) {
        return constant("rhythm", rhythm);
    }

    /**
     * The word for a judgement.
     *
     * @param judgement the judgement
     * @return its label
     */
    public String of(Judgement judgement) {
        return constant("judgement", judgement);
    }

    /**
     * The words for an obligation.
     *
     * @param obligation the obligation
     * @return its label, or its name where it is none of the standard ones
     */
    public String of(Obligation obligation) {
        return known("obligation." + obligation.name(), obligation.name());
    }

    /**
     * The words for what shows that an obligation was kept.
     *
     * @param obligation the obligation
     * @return the label of its evidence, or the evidence itself where it is none of the standard ones
     */
    public String evidence(Obligation obligation) {
        return known("evidence." + obligation.evidence(), obligation.evidence());
    }

    /**
     * The words for a service level, with its numbers.
     *
     * @param level the service level
     * @return such as {@code "300 leads a month, 70% of them accepted"}
     */
    public String of(ServiceLevel level) {
        if (level instanceof LeadDelivery delivery) {
            Long leads = delivery.leadsPerMonth();
            return leads == null
                    ? text("service.lead-delivery-by-norm", delivery.quality())
                    : text("service.lead-delivery", leads, delivery.quality());
        }
        if (level instanceof FirstResponse response) {
            return text("service.first-response", hours(response.hours()), response.share());
        }
        if (level instanceof ContactAttempts attempts) {
            return text("service.contact-attempts", attempts.attempts(), attempts.share());
        }
        if (level instanceof LeadFeedback feedback) {
            return text("service.lead-feedback", feedback.share());
        }
        throw new IllegalStateException(level.toString());
    }

    private static String hours(Ratio hours) {
        return hours.denominator() == 1
                ? String.valueOf(hours.numerator())
                : hours.numerator() + "/" + hours.denominator();
    }

    /**
     * A sentence that names the imbalance.
     *
     * @param imbalance the imbalance
     * @return such as {@code "marketing: all norms met (leads); sales: missed new deals."}
     */
    public String of(Imbalance imbalance) {
        Department other = Parties.counterpart(imbalance.department());
        String well = text("imbalance.well", of(imbalance.department()), list(imbalance.met()));
        String missed = imbalance.missedByOther().isEmpty()
                ? ""
                : text("imbalance.other", of(other), list(imbalance.missedByOther()));
        String together = imbalance.missedTogether().isEmpty()
                ? ""
                : text("imbalance.together", list(imbalance.missedTogether()));
        return well + missed + together + ".";
    }

    private String list(List<Kpi> kpis) {
        return kpis.stream().map(this::of).collect(Collectors.joining(ENUMERATION));
    }

    /**
     * A sentence that names a constant that two plans do not have in common.
     *
     * @param difference the difference
     * @return the constant, what each plans with, and who answers for it
     */
    public String of(ConstantsDifference difference) {
        String none = bundle.getString("difference.none");
        return text(
                        "difference",
                        difference.constant(),
                        Objects.requireNonNullElse(difference.marketing(), none),
                        Objects.requireNonNullElse(difference.sales(), none),
                        of(difference.owner()))
                + (difference.arbitration() == null ? "" : of(difference.arbitration()));
    }

    private String of(Arbitration arbitration) {
        double log = arbitration.logRatio();
        long further = arbitration.furtherLeads(Arbitration.DECIDING);
        String favours = text(
                "difference.facts",
                log >= 0 ? arbitration.first() : arbitration.second(),
                log >= 0 ? arbitration.second() : arbitration.first(),
                Math.exp(Math.abs(log)),
                arbitration.evidence().won(),
                arbitration.evidence().leads());
        return favours
                + (further == 0 ? "" : text("difference.further", further))
                + (arbitration.leavesBoth(Rate.percent(90)) ? bundle.getString("difference.agreement") : "");
    }

    private String constant(String family, Enum<?> constant) {
        return bundle.getString(
                family + "." + Required.present(constant, "Labels." + family).name());
    }

    private String known(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    private String text(String key, Object... numbers) {
        return String.format(Locale.ROOT, bundle.getString(key), numbers);
    }
}
