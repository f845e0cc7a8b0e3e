package io.github.planningmath.evidence;

import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Site conversion, warm-up rate and cost per visit of a plan's channels, from visits, contacts, leads and spend by month. */
final class TrafficConstants {

    /** A visit costs less than the least coin. */
    private static final int DIGITS = 9;

    private final KnownLeads known;
    private final PlanningConstants constants;

    TrafficConstants(KnownLeads known, PlanningConstants constants) {
        this.known = known;
        this.constants = constants;
    }

    void addTo(Map<Driver<?>, ConstantResult> results) {
        for (Channel channel : constants.channels()) {
            Course course = new Course(channel.name());
            course.addTo(results);
        }
    }

    /** The months of a channel. */
    private final class Course {

        private final String channel;
        private final NavigableMap<LocalDate, Long> leads = new TreeMap<>();
        private final TreeMap<YearMonth, Month> months = new TreeMap<>();

        Course(String channel) {
            this.channel = channel;
            KnownLeads own = known.channel(channel);
            own.counts().forEach(count -> leads.merge(count.entered(), count.leads(), Math::addExact));
            own.traffic()
                    .forEach(count -> months.computeIfAbsent(YearMonth.from(count.from()), any -> new Month())
                            .add(count));
        }

        void addTo(Map<Driver<?>, ConstantResult> results) {
            CountedShare site = new CountedShare();
            CountedShare warmUp = new CountedShare();
            Spending spending = new Spending();
            for (Month month : months.values()) {
                if (month.contacts != null) {
                    warmUp.add(month.leads, month.contacts, month.from, month.through);
                    if (month.visits != null) {
                        site.add(month.contacts, month.visits, month.from, month.through);
                    }
                }
                if (month.visits != null && month.spend != null) {
                    spending.add(month.spend, month.visits, month.from, month.through);
                }
            }
            put(results, Driver.siteConversion(channel), site, "visits");
            put(results, Driver.warmUpRate(channel), warmUp, "contacts");
            if (!spending.visits.isEmpty() && constants.value(Driver.costPerVisit(channel)) != null) {
                results.put(Driver.costPerVisit(channel), cost(spending));
            }
        }

        private void put(Map<Driver<?>, ConstantResult> results, Driver<Rate> driver, CountedShare share, String what) {
            if (!share.isEmpty()) {
                ConstantRefusal refusal = share.refusal(what);
                results.put(
                        driver,
                        refusal == null
                                ? new ConstantEstimate<>(
                                        driver, Rate.of(share.successes(), share.trials()), share.basis())
                                : refusal);
            }
        }

        private ConstantResult cost(Spending spending) {
            if (known.currency() != null && !constants.currency().equals(known.currency())) {
                return new ConstantRefusal.OtherCurrency(known.currency(), constants.currency());
            }
            long visits = spending.visits.trials();
            return visits < ConstantRefusal.TooFew.LEAST_TRIALS
                    ? new ConstantRefusal.TooFew(visits, visits, "visits")
                    : new ConstantEstimate<>(Driver.costPerVisit(channel), spending.perVisit(), spending.basis());
        }

        private long leads(LocalDate from, LocalDate through) {
            LocalDate last = known.foldedToMonths() ? through.withDayOfMonth(1) : through;
            return leads
                    .subMap(known.foldedToMonths() ? from.withDayOfMonth(1) : from, true, last, true)
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        /** What is known of a month; leads are those of the days of which the contacts are. */
        private final class Month {

            private @Nullable Long visits;
            private @Nullable Long contacts;
            private @Nullable BigDecimal spend;
            private long leads;
            private LocalDate from = LocalDate.MAX;
            private LocalDate through = LocalDate.MIN;

            void add(TrafficCount count) {
                from = count.from().isBefore(from) ? count.from() : from;
                through = count.through().isAfter(through) ? count.through() : through;
                if (count.visits() != null) {
                    visits = Math.addExact(visits == null ? 0 : visits, count.visits());
                }
                if (count.contacts() != null) {
                    contacts = Math.addExact(contacts == null ? 0 : contacts, count.contacts());
                    leads = Math.addExact(leads, leads(count.from(), count.through()));
                }
                if (count.spend() != null) {
                    spend = spend == null ? count.spend() : spend.add(count.spend());
                }
            }
        }
    }

    /** What visits cost: {@code sum of spend / sum of visits}, and how much that may be off, by how months differ. */
    private static final class Spending {

        private final CountedShare visits = new CountedShare();
        private final TreeMap<LocalDate, BigDecimal> spends = new TreeMap<>();
        private final TreeMap<LocalDate, Long> visitsByMonth = new TreeMap<>();
        private BigDecimal sum = BigDecimal.ZERO;

        void add(BigDecimal spend, long its, LocalDate from, LocalDate through) {
            visits.add(0, its, from, through);
            spends.put(from, spend);
            visitsByMonth.put(from, its);
            sum = sum.add(spend);
        }

        /** Rounded up, so that a plan does not count on a visit that it cannot pay. */
        BigDecimal perVisit() {
            return sum.divide(BigDecimal.valueOf(visits.trials()), DIGITS, RoundingMode.UP)
                    .stripTrailingZeros();
        }

        /**
         * The standard error of a ratio of sums over {@code m} months: {@code sqrt(m/(m - 1) sum of (spend - ratio visits)^2)/sum of visits}.
         *
         * <p>Source: W. G. Cochran, Sampling Techniques, third edition, 1977, section 6.3.
         */
        Basis.Measured basis() {
            double ratio = sum.doubleValue() / visits.trials();
            double squares = 0;
            for (Map.Entry<LocalDate, BigDecimal> month : spends.entrySet()) {
                double off = month.getValue().doubleValue() - ratio * visitsByMonth.getOrDefault(month.getKey(), 0L);
                squares += off * off;
            }
            int months = spends.size();
            Double error =
                    months < 2 ? null : (Double) (Math.sqrt(squares * months / (months - 1.0)) / visits.trials());
            return new Basis.Measured(visits.trials(), error, visits.from(), visits.through());
        }
    }
}
