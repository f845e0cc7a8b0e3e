package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Season;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The seasons of a plan, from deals by the month in which they were made. The months in which the log's first leads had not had the
 * time of nine deals of ten are left out.
 */
final class SeasonConstants {

    /** Indices are said in thousandths. */
    private static final long PARTS = 1_000;

    private static final int YEAR = 12;
    private static final double MOST_DEALS = 0.9;

    private final KnownLeads known;
    private final PlanningConstants constants;

    SeasonConstants(KnownLeads known, PlanningConstants constants) {
        this.known = known;
        this.constants = constants;
    }

    void addTo(Map<Driver<?>, ConstantResult> results) {
        if (known.foldedToMonths()) {
            return;
        }
        for (Product product : constants.assortment().products()) {
            Driver<Season> driver = Driver.season(product.name());
            if (constants.value(driver) != null) {
                put(results, driver, count -> product.name().equals(count.product()));
            }
        }
        put(
                results,
                Driver.season(),
                count -> count.product() == null || constants.value(Driver.season(count.product())) == null);
    }

    private void put(Map<Driver<?>, ConstantResult> results, Driver<Season> driver, Predicate<LeadCount> wanted) {
        ConstantResult result = season(driver, known.where(wanted));
        if (result != null) {
            results.put(driver, result);
        }
    }

    private @Nullable ConstantResult season(Driver<Season> driver, KnownLeads leads) {
        TreeMap<YearMonth, Long> deals = new TreeMap<>();
        TreeMap<Integer, Long> waits = new TreeMap<>();
        for (LeadCount count : leads.counts()) {
            if (count.outcome() == Outcome.WON) {
                YearMonth made = YearMonth.from(count.entered().plusDays(Objects.requireNonNull(count.age())));
                deals.merge(made, count.leads(), Math::addExact);
                int months = (int) ChronoUnit.MONTHS.between(YearMonth.from(count.entered()), made);
                waits.merge(months, count.leads(), Math::addExact);
            }
        }
        if (deals.isEmpty()) {
            return null;
        }
        YearMonth first = firstWhole(leads).plusMonths(mostWaits(waits));
        YearMonth last = YearMonth.from(leads.through().plusDays(1)).minusMonths(1);
        long months = Math.max(0, ChronoUnit.MONTHS.between(first, last) + 1);
        if (months < 2 * YEAR) {
            return new ConstantRefusal.ShortLog(months, 2L * YEAR);
        }
        int whole = (int) (months / YEAR * YEAR);
        YearMonth start = last.minusMonths(whole - 1L);
        long[] counts = new long[whole];
        for (int month = 0; month < whole; month++) {
            counts[month] = deals.getOrDefault(start.plusMonths(month), 0L);
        }
        return season(driver, new SeasonOfYears(start, counts), leads.through());
    }

    private static ConstantResult season(Driver<Season> driver, SeasonOfYears season, LocalDate through) {
        if (season.hasEmptyYear() || season.total() < ConstantRefusal.TooFew.LEAST_TRIALS) {
            return new ConstantRefusal.TooFew(season.total(), season.total(), "deals");
        }
        if (season.years() == 2 && season.chanceOfYears() < ConstantRefusal.ByAge.LEAST_CHANCE) {
            return new ConstantRefusal.Inseparable(season.oddest(), season.chanceOfYears());
        }
        double chance = season.chanceOfSeason();
        if (chance > ConstantRefusal.NoSeason.MOST_CHANCE) {
            return new ConstantRefusal.NoSeason(season.total(), chance);
        }
        return new ConstantEstimate<>(
                driver,
                new Season.OfYear(indices(season)),
                new Basis.Measured(season.total(), null, season.first().atDay(1), through));
    }

    /** They sum to 12 exactly. */
    private static Map<Month, Ratio> indices(SeasonOfYears season) {
        Map<Month, Ratio> weights = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            weights.put(month, Ratio.fromDouble(season.index(month)));
        }
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        Mix.ofWeights(weights)
                .apportion(YEAR * PARTS)
                .forEach((month, part) -> indices.put(month, Ratio.of(part, PARTS)));
        return indices;
    }

    private static YearMonth firstWhole(KnownLeads leads) {
        LocalDate day = leads.from() == null ? leads.firstDay() : leads.from();
        LocalDate seen = leads.observedFrom();
        LocalDate start = seen != null && seen.isAfter(day) ? seen : day;
        return YearMonth.from(start.plusMonths(1).minusDays(1));
    }

    /** The months within which nine deals of ten are made. */
    private static int mostWaits(NavigableMap<Integer, Long> waits) {
        double all = waits.values().stream().mapToLong(Long::longValue).sum();
        long sum = 0;
        for (Map.Entry<Integer, Long> each : waits.entrySet()) {
            sum += each.getValue();
            if (sum >= MOST_DEALS * all) {
                return each.getKey();
            }
        }
        return waits.lastKey();
    }
}
