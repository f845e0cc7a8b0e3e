package io.github.planningmath.plan;

import io.github.planningmath.plan.Position.Customers;
import io.github.planningmath.plan.Position.OpenLeads;
import io.github.planningmath.plan.Position.Remainder;
import io.github.planningmath.plan.Position.Rounded;
import io.github.planningmath.product.Product;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A business as the documentation tells it, plain, slow and exact: run forward month by month, and planned backward for a
 * number of new deals, so that every number there is can be tried. It reads what a user gives (goal, constants, position,
 * pins, traffic) and the costs that their types name, and shares no code with the library: fractions are whole parts of a
 * common denominator, Webster hands out unit by unit, and nothing is searched for but by trying it.
 *
 * <p>Products, channels and months are numbered in the order in which they are given, from 0.
 */
final class SlowBusiness {

    private static final BigInteger NANO = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger DECIMALS = NANO.multiply(NANO);
    private static final BigInteger GREATEST_DENOMINATOR = BigInteger.ONE.shiftLeft(62);

    private final FinancialGoal goal;
    private final PlanningConstants constants;
    private final Position opening;
    private final List<Pin> pins;
    private final List<Product> products;
    private final List<Channel> channels;
    private final int months;
    private final Names productNames;
    private final Names channelNames;
    private final State atOpening;

    SlowBusiness(FinancialGoal goal, PlanningConstants constants, Position opening, List<Pin> pins) {
        this.goal = goal;
        this.constants = constants;
        this.opening = opening;
        this.pins = pins;
        this.products = constants.assortment().products();
        this.channels = constants.channels();
        this.months = constants.horizon().months();
        this.productNames = Names.of(products.stream().map(Product::name).toList());
        this.channelNames = Names.of(channels.stream().map(Channel::name).toList());
        this.atOpening = new State();
    }

    /** A channel is full, and several products want it: who gets how much of it is not documented. */
    static final class SharedCeiling extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    // What comes of it

    /**
     * One month run forward.
     *
     * @param visits by product and channel, as all counts with two indices
     * @param open leads that wait for their deal at the month's end
     * @param base whole customers at the month's end by product
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Month(
            long[][] visits,
            long[][] contacts,
            long[][] leads,
            long[][] open,
            long[] newDeals,
            long[] repeatDeals,
            long[] base) {}

    /** All months run forward, and what they come to. */
    final class Course {

        private final List<Month> run;
        private final Position closing;
        private final PeopleCost people;

        private Course(List<Month> run, Position closing) {
            this.run = run;
            this.closing = closing;
            this.people = constants.peopleCost().staffed(workload());
        }

        Month month(int month) {
            return run.get(month);
        }

        Position closing() {
            return closing;
        }

        long newDeals(int product) {
            return run.stream().mapToLong(month -> month.newDeals[product]).sum();
        }

        /** The contacts that the month's leads take: the cumulative ones, less what is carried of a lead, rounded up once. */
        long contactsNeeded(int month, int product, int channel) {
            return contactsNeededThrough(month, product, channel) - contactsNeededThrough(month - 1, product, channel);
        }

        private long contactsNeededThrough(int month, int product, int channel) {
            Ratio carried = carried(Rounded.LEADS, product, channel);
            Exact left = Exact.of(carried.numerator()).over(BigInteger.valueOf(carried.denominator()));
            long contacts = 0;
            for (int each = 0; each <= month; each++) {
                Rate warmUp = warmUp(channel, each);
                Exact leads = Exact.of(month(each).leads[product][channel]);
                BigInteger more = leads.minus(left)
                        .max(Exact.of(0))
                        .times(denominator(warmUp))
                        .over(BigInteger.valueOf(warmUp.numerator()))
                        .ceiling();
                Exact made = Exact.of(more)
                        .times(BigInteger.valueOf(warmUp.numerator()))
                        .over(denominator(warmUp));
                left = left.plus(made).minus(leads);
                contacts += more.longValueExact();
            }
            return contacts;
        }

        BigDecimal revenue(int month, int product) {
            return price(month, product)
                    .multiply(newDeals(month, product))
                    .add(renewalPrice(month, product).multiply(repeatDeals(month, product)));
        }

        private BigDecimal price(int month, int product) {
            Product sold = products.get(product);
            return Objects.requireNonNull(inForce(month, sold.price(), "price[" + sold.name() + "]"));
        }

        /** That of a renewal where it has one in the month, else that of new deals. */
        private BigDecimal renewalPrice(int month, int product) {
            @Nullable Renewal renewal = products.get(product).renewal();
            @Nullable
            BigDecimal own = inForce(
                    month,
                    renewal == null ? null : renewal.price(),
                    "renewalPrice[" + products.get(product).name() + "]");
            return own == null ? price(month, product) : own;
        }

        /** Unit costs and commissions. */
        BigDecimal variableCost(int month, int product) {
            Product sold = products.get(product);
            String of = "[" + sold.name() + "]";
            @Nullable Renewal renewal = sold.renewal();
            @Nullable Rate commission = inForce(month, sold.commission(), "commission" + of);
            @Nullable
            Ratio onRenewal = inForce(month, renewal == null ? null : renewal.commission(), "renewalCommission" + of);
            Ratio ofNew = commission == null ? Ratio.ZERO : commission.toRatio();
            BigDecimal unitCost = Objects.requireNonNull(inForce(month, sold.unitCost(), "unitCost" + of));
            @Nullable
            BigDecimal ofRenewal = inForce(month, renewal == null ? null : renewal.unitCost(), "renewalUnitCost" + of);
            return cost(unitCost, price(month, product), ofNew)
                    .multiply(newDeals(month, product))
                    .add(cost(
                                    ofRenewal == null ? unitCost : ofRenewal,
                                    renewalPrice(month, product),
                                    onRenewal == null ? ofNew : onRenewal)
                            .multiply(repeatDeals(month, product)));
        }

        private BigDecimal cost(BigDecimal unitCost, BigDecimal price, Ratio commission) {
            return unitCost.add(price.multiply(BigDecimal.valueOf(commission.numerator()))
                    .divide(BigDecimal.valueOf(commission.denominator())));
        }

        private BigDecimal newDeals(int month, int product) {
            return BigDecimal.valueOf(month(month).newDeals[product]);
        }

        private BigDecimal repeatDeals(int month, int product) {
            return BigDecimal.valueOf(month(month).repeatDeals[product]);
        }

        private BigDecimal deals(int month, int product) {
            return BigDecimal.valueOf(month(month).newDeals[product] + month(month).repeatDeals[product]);
        }

        BigDecimal trafficCost(int month, int channel) {
            long visits = 0;
            for (long[] ofProduct : month(month).visits) {
                visits += ofProduct[channel];
            }
            TrafficCost cost = channels.get(channel).cost();
            @Nullable
            BigDecimal perVisit = inForce(
                    month,
                    cost.perVisit(),
                    "costPerVisit[" + channels.get(channel).name() + "]");
            return perVisit == null ? cost.cost(visits) : perVisit.multiply(BigDecimal.valueOf(visits));
        }

        /** {@code amount * months of the year so far / 12}, rounded up to the minor unit, less that of the month before. */
        BigDecimal fixedCosts(int month) {
            FixedCosts costs = Objects.requireNonNull(inForce(month, constants.fixedCosts(), "fixedCosts"));
            int ofYear = monthAt(month).getMonthValue();
            return costs.per() == FixedCosts.Period.MONTH
                    ? costs.amount()
                    : throughMonth(costs.amount(), ofYear).subtract(throughMonth(costs.amount(), ofYear - 1));
        }

        private BigDecimal throughMonth(BigDecimal amount, int ofYear) {
            if (ofYear == 12) {
                return amount;
            }
            int digits = constants.currency().getDefaultFractionDigits();
            return amount.multiply(BigDecimal.valueOf(ofYear))
                    .divide(BigDecimal.valueOf(12), digits, RoundingMode.CEILING);
        }

        BigDecimal revenue(int month) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int product = 0; product < products.size(); product++) {
                sum = sum.add(revenue(month, product));
            }
            return sum;
        }

        BigDecimal deals(int month) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int product = 0; product < products.size(); product++) {
                sum = sum.add(deals(month, product));
            }
            return sum;
        }

        BigDecimal contribution(int month) {
            BigDecimal sum = revenue(month);
            for (int product = 0; product < products.size(); product++) {
                sum = sum.subtract(variableCost(month, product));
            }
            return sum;
        }

        BigDecimal profit(int month) {
            BigDecimal profit = contribution(month).subtract(fixedCosts(month)).subtract(people.cost(monthAt(month)));
            for (Initiative initiative : constants.initiatives()) {
                for (Initiative.Cost cost : initiative.cost()) {
                    profit = cost.month().equals(monthAt(month)) ? profit.subtract(cost.amount()) : profit;
                }
            }
            for (int channel = 0; channel < channels.size(); channel++) {
                profit = profit.subtract(trafficCost(month, channel));
            }
            return profit;
        }

        /** What the goal's measure comes to over all months. */
        BigDecimal amount() {
            if (goal.measure() == FinancialGoal.Measure.CUSTOMERS) {
                return BigDecimal.valueOf(sum(month(months - 1).base));
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (int month = 0; month < months; month++) {
                sum = sum.add(
                        switch (goal.measure()) {
                            case REVENUE -> revenue(month);
                            case CONTRIBUTION -> contribution(month);
                            case PROFIT -> profit(month);
                            case DEALS -> deals(month);
                            case CUSTOMERS -> throw new IllegalStateException("customers do not add up");
                        });
            }
            return sum;
        }

        Workload workload() {
            List<Workload.Work> work = new ArrayList<>();
            for (int month = 0; month < months; month++) {
                for (SalesTier tier : constants.tiers().keySet()) {
                    Month done = month(month);
                    long leads = 0;
                    long newDeals = 0;
                    long repeatDeals = 0;
                    long customers = 0;
                    for (int product = 0; product < products.size(); product++) {
                        if (products.get(product).tier() == tier) {
                            leads += sum(done.leads[product]);
                            newDeals += done.newDeals[product];
                            repeatDeals += done.repeatDeals[product];
                            customers += done.base[product];
                        }
                    }
                    work.add(new Workload.Work(monthAt(month), tier, leads, newDeals, repeatDeals, customers));
                }
            }
            return new Workload(constants.horizon(), work);
        }
    }

    // What is in force

    /** The value of the latest row until a month, or else the first. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable T inForce(int month, @Nullable T first, String constant) {
        @Nullable T value = first;
        YearMonth since = YearMonth.of(1, 1);
        List<Change> rows = new ArrayList<>(constants.changes());
        constants.initiatives().forEach(initiative -> rows.addAll(initiative.effects()));
        for (Change change : rows) {
            boolean isLatest = change.from().isAfter(since) && !change.from().isAfter(monthAt(month));
            if (isLatest && change.constant().toString().equals(constant)) {
                value = (T) change.value();
                since = change.from();
            }
        }
        return value;
    }

    private Rate site(int channel, int month) {
        Channel over = channels.get(channel);
        return Objects.requireNonNull(inForce(month, over.siteConversion(), "siteConversion[" + over.name() + "]"));
    }

    private Rate warmUp(int channel, int month) {
        Channel over = channels.get(channel);
        return Objects.requireNonNull(inForce(month, over.warmUpRate(), "warmUpRate[" + over.name() + "]"));
    }

    private @Nullable Long ceiling(int channel, int month) {
        Channel over = channels.get(channel);
        return inForce(month, over.visitCeiling(), "visitCeiling[" + over.name() + "]");
    }

    /** The latest behaviour as a whole; its rates where there are rows of these. */
    private Ratio retention(int product, int month, int age) {
        Product sold = products.get(product);
        RepeatBehaviour whole =
                Objects.requireNonNull(inForce(month, sold.repeat(), "repeatBehaviour[" + sold.name() + "]"));
        return Objects.requireNonNull(inForce(month, whole.retention(age), "retention[" + sold.name() + "]"));
    }

    private Ratio repeat(int product, int month, int age) {
        Product sold = products.get(product);
        RepeatBehaviour whole =
                Objects.requireNonNull(inForce(month, sold.repeat(), "repeatBehaviour[" + sold.name() + "]"));
        return Objects.requireNonNull(inForce(month, whole.repeat(age), "repeatRate[" + sold.name() + "]"));
    }

    private Stream<Integer> monthNumbers() {
        return Stream.iterate(0, month -> month + 1).limit(months);
    }

    // Forward

    /** The business run forward from traffic. */
    Course forward(Traffic traffic) {
        State state = new State(atOpening);
        List<Month> run = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            long[][] visits = new long[products.size()][channels.size()];
            for (Traffic.Visits cell : traffic.cells()) {
                if (cell.month().equals(monthAt(month))) {
                    visits[productNames.indexOf(cell.product())][channelNames.indexOf(cell.channel())] = cell.count();
                }
            }
            run.add(state.next(visits));
        }
        return new Course(run, state.position());
    }

    /**
     * A count whose cumulative value is rounded down: whole ones leave it, the rest stays for what comes next. It is kept in
     * whole parts of a common denominator of all that is ever added, and of 18 decimals, to which it is rounded down where its
     * own denominator exceeds 2^62.
     */
    private static final class Rounding {

        private final BigInteger parts;
        private BigInteger rest;

        private Rounding(BigInteger parts, BigInteger rest) {
            this.parts = parts;
            this.rest = rest;
        }

        Rounding copy() {
            return new Rounding(parts, rest);
        }

        static Rounding of(Ratio carried, Stream<BigInteger> denominators) {
            BigInteger carriedDenominator = BigInteger.valueOf(carried.denominator());
            BigInteger parts = denominators.reduce(
                    leastCommonMultiple(carriedDenominator, DECIMALS), SlowBusiness::leastCommonMultiple);
            return new Rounding(parts, parts(carried.numerator(), carried.denominator(), parts));
        }

        /** Whatever is finer is rounded down. */
        static Rounding inBillionths(Ratio carried) {
            return new Rounding(DECIMALS, shareRoundedDown(NANO, carried).multiply(NANO));
        }

        /** So many parts are {@code numerator / denominator}. */
        BigInteger parts(long numerator, long denominator) {
            return parts(numerator, denominator, parts);
        }

        private static BigInteger parts(long numerator, long denominator, BigInteger parts) {
            return BigInteger.valueOf(numerator).multiply(parts.divide(BigInteger.valueOf(denominator)));
        }

        long whole(BigInteger added) {
            return rest.add(added).divide(parts).longValueExact();
        }

        /** The least that is to be added for so many whole ones. */
        BigInteger missing(long whole) {
            return BigInteger.valueOf(whole).multiply(parts).subtract(rest);
        }

        long take(BigInteger added) {
            BigInteger[] wholeAndRest = rest.add(added).divideAndRemainder(parts);
            rest = wholeAndRest[1];
            if (parts.divide(rest.gcd(parts)).compareTo(GREATEST_DENOMINATOR) > 0) {
                rest = rest.subtract(rest.mod(parts.divide(DECIMALS)));
            }
            return wholeAndRest[0].longValueExact();
        }

        /** The least number of events, of so many parts each, that are so many whole ones with the rest. */
        long least(long whole, BigInteger each) {
            BigInteger missing = missing(whole);
            return missing.signum() <= 0 ? 0 : quotientRoundedUp(missing, each).longValueExact();
        }

        @Nullable
        Ratio fraction() {
            BigInteger divisor = rest.gcd(parts);
            return rest.signum() == 0
                    ? null
                    : Ratio.of(
                            rest.divide(divisor).longValueExact(),
                            parts.divide(divisor).longValueExact());
        }
    }

    /** The business at a month's start; the month's visits take it to the next. */
    private final class State {

        private int month;
        private final Rounding[][] contacts = new Rounding[products.size()][channels.size()];
        private final Rounding[][] leads = new Rounding[products.size()][channels.size()];
        private final Rounding[] newDeals = new Rounding[products.size()];
        private final Rounding[] repeatDeals = new Rounding[products.size()];
        /** Open leads by product and channel: how many by the month in which they are due. */
        private final List<List<NavigableMap<Integer, Long>>> open = new ArrayList<>();
        /** Leads by product whose deals come over months. */
        private final List<List<Waiting>> waiting = new ArrayList<>();
        /** By product, what whole deals left over where they come over months; null where they do not. */
        private final @Nullable Exact[] left = new Exact[products.size()];
        /** Billionths of customers by product and age. */
        private final List<NavigableMap<Integer, BigInteger>> customers = new ArrayList<>();

        /** The opening position. */
        State() {
            for (int product = 0; product < products.size(); product++) {
                open.add(new ArrayList<>());
                waiting.add(new ArrayList<>());
                left[product] = comesOverMonths(product) ? Exact.of(carried(Rounded.NEW_DEALS, product, -1)) : null;
                customers.add(new TreeMap<>());
                for (int channel = 0; channel < channels.size(); channel++) {
                    open.get(product).add(new TreeMap<>());
                    int over = channel;
                    contacts[product][channel] = Rounding.of(
                            carried(Rounded.CONTACTS, product, channel),
                            monthNumbers().map(each -> denominator(site(over, each))));
                    leads[product][channel] = Rounding.of(
                            carried(Rounded.LEADS, product, channel),
                            monthNumbers()
                                    .map(each ->
                                            denominator(site(over, each)).multiply(denominator(warmUp(over, each)))));
                }
                newDeals[product] =
                        Rounding.of(carried(Rounded.NEW_DEALS, product, -1), denominatorsOfConversions(product));
                repeatDeals[product] = Rounding.inBillionths(carried(Rounded.REPEAT_DEALS, product, -1));
            }
            for (OpenLeads cell : opening.openLeads()) {
                open.get(productNames.indexOf(cell.product()))
                        .get(channelNames.indexOf(cell.channel()))
                        .merge(monthsFromFirst(cell.due()), cell.count(), Long::sum);
            }
            for (Position.Cohort cohort : opening.cohorts()) {
                waiting.get(productNames.indexOf(cohort.product())).add(Waiting.of(cohort, SlowBusiness.this));
            }
            for (Customers cell : opening.customers()) {
                BigInteger count =
                        BigInteger.valueOf(cell.count()).multiply(NANO).add(BigInteger.valueOf(cell.billionths()));
                customers.get(productNames.indexOf(cell.product())).put(cell.age(), count);
            }
        }

        State(State other) {
            for (int product = 0; product < products.size(); product++) {
                List<NavigableMap<Integer, Long>> ofProduct = new ArrayList<>();
                for (int channel = 0; channel < channels.size(); channel++) {
                    contacts[product][channel] = other.contacts[product][channel].copy();
                    leads[product][channel] = other.leads[product][channel].copy();
                    ofProduct.add(new TreeMap<>(other.open.get(product).get(channel)));
                }
                newDeals[product] = other.newDeals[product].copy();
                waiting.add(new ArrayList<>(other.waiting.get(product)));
                left[product] = other.left[product];
                repeatDeals[product] = other.repeatDeals[product].copy();
                open.add(ofProduct);
                customers.add(new TreeMap<>(other.customers.get(product)));
            }
        }

        Month next(long[][] visits) {
            Month done = new Month(
                    visits,
                    new long[products.size()][channels.size()],
                    new long[products.size()][channels.size()],
                    new long[products.size()][channels.size()],
                    new long[products.size()],
                    new long[products.size()],
                    new long[products.size()]);
            for (int product = 0; product < products.size(); product++) {
                bringLeads(product, done);
                makeDeals(product, done);
                keepCustomers(product, done);
                for (int channel = 0; channel < channels.size(); channel++) {
                    int over = channel;
                    done.open[product][channel] = open.get(product).get(channel).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            + waiting.get(product).stream()
                                    .filter(each -> each.channel == over)
                                    .mapToLong(each -> each.leads)
                                    .sum();
                }
            }
            month++;
            return done;
        }

        private void bringLeads(int product, Month done) {
            int cycle = process(product).cycleMonths();
            for (int channel = 0; channel < channels.size(); channel++) {
                BigInteger visits = BigInteger.valueOf(done.visits[product][channel]);
                Rate site = site(channel, month);
                Rounding contact = contacts[product][channel];
                done.contacts[product][channel] =
                        contact.take(visits.multiply(contact.parts(site.numerator(), site.denominator())));
                done.leads[product][channel] =
                        leads[product][channel].take(visits.multiply(leadParts(product, channel)));
                if (process(product).cycle().spreads()) {
                    waiting.get(product).add(new Waiting(channel, month, done.leads[product][channel], null));
                } else {
                    open.get(product).get(channel).merge(month + cycle, done.leads[product][channel], Long::sum);
                }
            }
        }

        /** The parts of a lead that a visit of the month is. */
        BigInteger leadParts(int product, int channel) {
            Rate site = site(channel, month);
            Rate warmUp = warmUp(channel, month);
            return BigInteger.valueOf(site.numerator())
                    .multiply(BigInteger.valueOf(warmUp.numerator()))
                    .multiply(leads[product][channel].parts)
                    .divide(denominator(site).multiply(denominator(warmUp)));
        }

        /** Each lead's deals by their ages, every one at the conversion of this month. */
        private void makeDealsOverMonths(int product, Exact before, Month done) {
            Exact sum = before;
            for (int channel = 0; channel < channels.size(); channel++) {
                Long dated = open.get(product).get(channel).remove(month);
                Exact due = Exact.of(dated == null ? 0 : dated);
                for (Waiting each : waiting.get(product)) {
                    if (each.channel == channel) {
                        due = due.plus(each.due(month, shares(product)));
                    }
                }
                sum = sum.plus(
                        due.times(Exact.of(conversion(product, channel, month).toRatio())));
            }
            done.newDeals[product] = sum.floor().longValueExact();
            left[product] = sum.minus(Exact.of(sum.floor())).kept();
            int next = month + 1;
            waiting.get(product).removeIf(each -> each.isOver(next, shares(product)));
        }

        private void makeDeals(int product, Month done) {
            Exact before = left[product];
            if (before != null) {
                makeDealsOverMonths(product, before, done);
                return;
            }
            BigInteger added = BigInteger.ZERO;
            for (int channel = 0; channel < channels.size(); channel++) {
                Long due = open.get(product).get(channel).remove(month);
                if (due != null) {
                    added = added.add(
                            BigInteger.valueOf(due).multiply(dealParts(newDeals[product], product, channel, month)));
                }
            }
            done.newDeals[product] = newDeals[product].take(added);
        }

        /** Customers buy again, then those who stay are a month older, and new ones come in. */
        private void keepCustomers(int product, Month done) {
            BigInteger bought = BigInteger.ZERO;
            NavigableMap<Integer, BigInteger> kept = new TreeMap<>();
            for (var cohort : customers.get(product).entrySet()) {
                Ratio repeat = repeat(product, month, cohort.getKey());
                Ratio retention = retention(product, month, cohort.getKey());
                bought = bought.add(shareRoundedDown(cohort.getValue(), repeat).multiply(NANO));
                kept.put(cohort.getKey() + 1, shareRoundedDown(cohort.getValue(), retention));
            }
            done.repeatDeals[product] = repeatDeals[product].take(bought);
            kept.put(0, BigInteger.valueOf(done.newDeals[product]).multiply(NANO));
            kept.values().removeIf(count -> count.signum() == 0);
            customers.set(product, kept);
            done.base[product] = kept.values().stream()
                    .reduce(BigInteger.ZERO, BigInteger::add)
                    .divide(NANO)
                    .longValueExact();
        }

        /** The position, cells that are 0 left out; products, channels, months and ages in their order. */
        Position position() {
            List<Customers> base = new ArrayList<>();
            List<OpenLeads> dated = new ArrayList<>();
            List<Remainder> leftOver = new ArrayList<>();
            List<Position.Cohort> cohorts = new ArrayList<>();
            for (int product = 0; product < products.size(); product++) {
                String name = products.get(product).name();
                customers.get(product).forEach((age, count) -> {
                    BigInteger[] wholeAndRest = count.divideAndRemainder(NANO);
                    base.add(new Customers(
                            name, age, wholeAndRest[0].longValueExact(), wholeAndRest[1].intValueExact()));
                });
                for (int channel = 0; channel < channels.size(); channel++) {
                    String over = channels.get(channel).name();
                    open.get(product).get(channel).forEach((due, count) -> {
                        if (count > 0) {
                            dated.add(OpenLeads.of(name, over, monthAt(due), count));
                        }
                    });
                    keepRemainder(leftOver, Rounded.CONTACTS, name, over, contacts[product][channel]);
                    keepRemainder(leftOver, Rounded.LEADS, name, over, leads[product][channel]);
                }
                Exact rest = left[product];
                if (rest == null) {
                    keepRemainder(leftOver, Rounded.NEW_DEALS, name, null, newDeals[product]);
                } else if (rest.numerator.signum() > 0) {
                    leftOver.add(new Remainder(Rounded.NEW_DEALS, name, null, rest.ratio()));
                }
                for (Waiting each : waiting.get(product)) {
                    cohorts.add(each.at(month, name, SlowBusiness.this));
                }
                keepRemainder(leftOver, Rounded.REPEAT_DEALS, name, null, repeatDeals[product]);
            }
            return new Position(monthAt(month), base, cohorts, dated, leftOver);
        }
    }

    /** Leads of one month on their way; of those given with their matured share, what was left of them at the opening. */
    private record Waiting(
            int channel, int brought, long leads, @Nullable Exact leftAtOpening) {

        static Waiting of(Position.Cohort cohort, SlowBusiness business) {
            Ratio matured = cohort.matured();
            return new Waiting(
                    business.channelNames.indexOf(cohort.channel()),
                    business.monthsFromFirst(cohort.brought()),
                    cohort.leads(),
                    matured == null ? null : Exact.of(1).minus(Exact.of(matured)));
        }

        private static Exact from(int age, List<Ratio> shares) {
            Exact sum = Exact.of(0);
            for (int each = age; each < shares.size(); each++) {
                sum = sum.plus(Exact.of(shares.get(each)));
            }
            return sum;
        }

        Exact due(int month, List<Ratio> shares) {
            int age = month - brought;
            Exact share = age < shares.size() ? Exact.of(shares.get(age)) : Exact.of(0);
            Exact all = Exact.of(leads);
            if (leftAtOpening == null) {
                return all.times(share);
            }
            Exact ahead = from(-brought, shares);
            if (ahead.numerator.signum() == 0) {
                return month == 0 ? all.times(leftAtOpening) : Exact.of(0);
            }
            return all.times(leftAtOpening).times(share).over(ahead.numerator).times(ahead.denominator);
        }

        boolean isOver(int month, List<Ratio> shares) {
            boolean isWholeDue = leftAtOpening != null && leftAtOpening.numerator.signum() == 0;
            return leads == 0 || isWholeDue || month - brought >= shares.size();
        }

        Position.Cohort at(int month, String product, SlowBusiness business) {
            @Nullable Ratio matured = null;
            if (leftAtOpening != null) {
                List<Ratio> shares = business.shares(business.productNames.indexOf(product));
                Exact ahead = from(-brought, shares);
                Exact left = leftAtOpening
                        .times(from(month - brought, shares))
                        .over(ahead.numerator)
                        .times(ahead.denominator);
                matured = Exact.of(1).minus(left).ratio();
            }
            return new Position.Cohort(
                    product, business.channels.get(channel).name(), business.monthAt(brought), leads, matured);
        }
    }

    /** Whether deals come over months: by the cycle, or because leads of earlier months are on their way. */
    private boolean comesOverMonths(int product) {
        return process(product).cycle().spreads()
                || opening.cohorts().stream()
                        .anyMatch(cohort ->
                                cohort.product().equals(products.get(product).name()));
    }

    private List<Ratio> shares(int product) {
        return process(product).cycle().shares();
    }

    private static void keepRemainder(
            List<Remainder> left, Rounded counted, String product, @Nullable String channel, Rounding rounding) {
        Ratio fraction = rounding.fraction();
        if (fraction != null) {
            left.add(new Remainder(counted, product, channel, fraction));
        }
    }

    /** The parts of a deal that a lead is which falls due in a month. */
    private BigInteger dealParts(Rounding deals, int product, int channel, int month) {
        Rate conversion = conversion(product, channel, month);
        return deals.parts(conversion.numerator(), conversion.denominator());
    }

    private Ratio carried(Rounded counted, int product, int channel) {
        for (Remainder remainder : opening.remainders()) {
            String over = remainder.channel();
            if (remainder.counted() == counted
                    && remainder.product().equals(products.get(product).name())
                    && (over == null || over.equals(channels.get(channel).name()))) {
                return remainder.fraction();
            }
        }
        return Ratio.ZERO;
    }

    // Backward

    /**
     * The plan for a number of new deals.
     *
     * @return what becomes of the least traffic for them; null where they cannot be made
     * @throws SharedCeiling where a full channel is wanted by several products
     */
    @Nullable
    Course plan(long deals) {
        long[] parts = webster(
                deals,
                productNames,
                wholeWeights(productNames.inOrder.stream()
                        .map(constants.assortment().mix()::share)
                        .toList()));
        State state = new State(atOpening);
        List<Need> needs = new ArrayList<>();
        for (int product = 0; product < products.size(); product++) {
            needs.add(new Need(product, parts[product]));
        }
        if (needs.stream().anyMatch(Need::isOutOfSeason)) {
            return null;
        }
        List<Month> run = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            long[][] visits = new long[products.size()][channels.size()];
            for (Need need : needs) {
                long[] leads = need.leads(state);
                if (leads == null) {
                    return null;
                }
                for (int channel = 0; channel < channels.size(); channel++) {
                    visits[need.product][channel] = state.leads[need.product][channel].least(
                            leads[channel], state.leadParts(need.product, channel));
                }
            }
            keepCeilings(visits, needs, month);
            run.add(state.next(visits));
        }
        Course course = new Course(run, state.position());
        return holdsPins(course) && needs.stream().allMatch(need -> need.isWithinReach(course)) ? course : null;
    }

    /** Also where a product by itself takes all of a channel of which another wants some. */
    private void keepCeilings(long[][] visits, List<Need> needs, int month) {
        for (int channel = 0; channel < channels.size(); channel++) {
            Long ceiling = ceiling(channel, month);
            long all = 0;
            long wanting = 0;
            boolean full = false;
            for (Need need : needs) {
                long wanted = visits[need.product][channel];
                all += wanted;
                wanting += wanted > 0 ? 1 : 0;
                full |= need.isAtCeiling[channel];
            }
            if (ceiling != null && (all > ceiling || (full && wanting > 1))) {
                throw new SharedCeiling();
            }
        }
    }

    private boolean holdsPins(Course course) {
        for (Pin pin : pins) {
            if (pin instanceof Pin.Deals fixed) {
                long made =
                        course.month(monthsFromFirst(fixed.month())).newDeals[productNames.indexOf(fixed.product())];
                if (made != fixed.count()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a product's leads have to yield, month by month, and the leads that were brought for it so far. */
    private final class Need {

        private final int product;
        private final long deals;
        private final Rounding made;
        private final long[] seasonWeights;
        /** The shares of leads by channel, and since which month they have been so. */
        private Map<String, Rate> mix;

        private int mixSince;

        /** What each channel was behind its shares when that mix came, and the leads that it had then. */
        private final Exact[] deviations = new Exact[channels.size()];

        private final long[] leadsBeforeMix = new long[channels.size()];
        private final long[] leadsSoFar = new long[channels.size()];

        /** The parts of a deal that these come to, each at the conversion of the month in which it falls due. */
        private BigInteger partsSoFar = BigInteger.ZERO;

        private long madeWithinPlan;

        /** Where deals come over months: what leads so far are worth, and the most that was ordered for the horizon. */
        private Exact worthSoFar = Exact.of(0);

        private Exact mostOrdered = Exact.of(0);

        /** The channels of which it takes all that a month of them can bring. */
        private final boolean[] isAtCeiling = new boolean[channels.size()];

        /** The most deals that leads were asked to make within the horizon. */
        private Exact mostAsked = Exact.of(BigInteger.ZERO);

        /** What the leads brought for months of the horizon make. */
        private Exact broughtWithin = Exact.of(BigInteger.ZERO);

        Need(int product, long deals) {
            this.product = product;
            this.deals = deals;
            this.made = atOpening.newDeals[product];
            this.seasonWeights = wholeWeights(Stream.iterate(0, month -> month + 1)
                    .limit(months + process(product).cycleMonths())
                    .map(this::seasonIndex)
                    .toList());
            this.mix = mix(product, 0);
            Arrays.fill(deviations, Exact.of(0));
        }

        private Exact share(Channel channel) {
            Rate share = mix.get(channel.name());
            return share == null ? Exact.of(0) : Exact.of(share.toRatio());
        }

        /** At a change of the mix each channel's deviation gets what its share of the leads since the last one was, less its leads. */
        private void changeMix(int month) {
            Map<String, Rate> next = mix(product, month);
            if (next.equals(mix)) {
                return;
            }
            long all = 0;
            for (int channel = 0; channel < channels.size(); channel++) {
                all += leadsSoFar[channel] - leadsBeforeMix[channel];
            }
            for (int channel = 0; channel < channels.size(); channel++) {
                long own = leadsSoFar[channel] - leadsBeforeMix[channel];
                deviations[channel] = deviations[channel]
                        .plus(share(channels.get(channel)).times(Exact.of(all)).minus(Exact.of(own)))
                        .reduced();
                leadsBeforeMix[channel] = leadsSoFar[channel];
            }
            mix = next;
            mixSince = month;
        }

        /** The channel with the least {@code (leads since the change + 1/2 - deviation) / share}; -1 where none may have more. */
        private int nextChannel(long[] leads, long[] most) {
            int best = -1;
            Exact least = Exact.of(0);
            for (int channel = 0; channel < channels.size(); channel++) {
                Exact share = share(channels.get(channel));
                if (share.numerator.signum() == 0 || leads[channel] >= most[channel]) {
                    continue;
                }
                Exact claim = new Exact(BigInteger.ONE, BigInteger.TWO)
                        .plus(Exact.of(leads[channel] - leadsBeforeMix[channel]))
                        .minus(deviations[channel])
                        .times(share.denominator)
                        .over(share.numerator);
                int order = best < 0 ? -1 : claim.compareTo(least);
                if (order < 0 || (order == 0 && channelNames.rank(channel) < channelNames.rank(best))) {
                    best = channel;
                    least = claim;
                }
            }
            return best;
        }

        /** By the product's own season or that of all; months after a launch's horizon go on with the mean since it. */
        private Ratio seasonIndex(int month) {
            Season own = constants.seasonByProduct().get(products.get(product).name());
            Season season = own == null ? constants.season() : own;
            if (season instanceof Season.OfYear year) {
                return Objects.requireNonNull(year.indices().get(monthAt(month).getMonth()));
            }
            Season.Launch launch = (Season.Launch) season;
            if (month < months) {
                return rampIndex(launch, month);
            }
            Ratio sum = Ratio.ZERO;
            long since = 0;
            for (int each = 0; each < months; each++) {
                sum = sum.plus(rampIndex(launch, each));
                since += monthAt(each).isBefore(launch.from()) ? 0 : 1;
            }
            return since == 0 ? Ratio.ZERO : sum.times(Ratio.of(1, since));
        }

        private Ratio rampIndex(Season.Launch launch, int month) {
            Ratio index = Ratio.ZERO;
            YearMonth begins = launch.from();
            for (Ratio next : launch.ramp()) {
                index = monthAt(month).isBefore(begins) ? index : next;
                begins = begins.plusMonths(1);
            }
            return index;
        }

        /** A product that no month sells cannot be asked for. */
        boolean isOutOfSeason() {
            return deals > 0 && weight(0, months).signum() == 0;
        }

        /** What no new lead can reach is left to the pipeline. */
        boolean isWithinReach(Course course) {
            if (process(product).cycle().spreads()) {
                return ordered(months - 1, 0, months).numerator.signum() > 0
                        || ofPipeline().compareTo(Exact.of(deals)) >= 0;
            }
            int cycle = process(product).cycleMonths();
            boolean nothingToReach =
                    cycle >= months || (isSpread() && weight(cycle, months).signum() == 0);
            if (nothingToReach && deals > course.newDeals(product)) {
                return false;
            }
            for (int due = months; isListed() && due < cycle; due++) {
                if (made.whole(partsOfPipeline(due)) < course.newDeals(product) + dueAfterHorizon(due)) {
                    return false;
                }
            }
            return true;
        }

        /** The leads of a month by channel; null where they cannot be brought. */
        long @Nullable [] leads(State state) {
            Arrays.fill(isAtCeiling, false);
            changeMix(state.month);
            if (process(product).cycle().spreads()) {
                return leadsOfOrders(state);
            }
            int due = state.month + process(product).cycleMonths();
            if (state.month == Math.max(0, months - process(product).cycleMonths())) {
                madeWithinPlan = dealsThrough(months - 1);
                broughtWithin = new Exact(partsSoFar, made.parts);
            }
            BigInteger[] each = new BigInteger[channels.size()];
            for (int channel = 0; channel < channels.size(); channel++) {
                each[channel] = partsOfLead(channel, due);
            }
            BigInteger asked = parts(due)
                    .subtract(made.rest)
                    .subtract(partsOfPipeline(due))
                    .subtract(partsSoFar);
            long[] brought = leadsThrough(asked, each, mayCatchUp(due), state);
            if (brought == null) {
                return null;
            }
            long[] ofMonth = new long[channels.size()];
            for (int channel = 0; channel < channels.size(); channel++) {
                ofMonth[channel] = brought[channel] - leadsSoFar[channel];
                leadsSoFar[channel] = brought[channel];
                partsSoFar = partsSoFar.add(BigInteger.valueOf(ofMonth[channel]).multiply(partsOfLead(channel, due)));
            }
            return ofMonth;
        }

        /** Where deals come over months: the least leads that are worth what is ordered. */
        private long @Nullable [] leadsOfOrders(State state) {
            int month = state.month;
            Exact[] worth = new Exact[channels.size()];
            BigInteger common = BigInteger.ONE;
            for (int channel = 0; channel < channels.size(); channel++) {
                worth[channel] = worth(channel, month);
                common = leastCommonMultiple(common, worth[channel].denominator);
            }
            mostOrdered = mostOrdered.max(orderedWithin(month));
            Exact missing = mostOrdered.plus(orderedAfter(month)).minus(worthSoFar);
            BigInteger[] each = new BigInteger[channels.size()];
            for (int channel = 0; channel < channels.size(); channel++) {
                each[channel] = worth[channel].times(common).floor();
            }
            long[] brought = leadsThrough(missing.times(common).ceiling(), each, month != months - 1, state);
            if (brought == null) {
                return null;
            }
            long[] ofMonth = new long[channels.size()];
            for (int channel = 0; channel < channels.size(); channel++) {
                ofMonth[channel] = brought[channel] - leadsSoFar[channel];
                leadsSoFar[channel] = brought[channel];
                worthSoFar = worthSoFar
                        .plus(worth[channel].times(Exact.of(ofMonth[channel])))
                        .reduced();
            }
            return ofMonth;
        }

        /** The deals of a lead, each at the conversion of its month. */
        private Exact worth(int channel, int brought) {
            Exact worth = Exact.of(0);
            for (int age = 0; age < shares(product).size(); age++) {
                Ratio conversion = conversion(product, channel, brought + age).toRatio();
                worth = worth.plus(share(age).times(Exact.of(conversion))).reduced();
            }
            return worth;
        }

        private Exact share(int age) {
            List<Ratio> shares = shares(product);
            return age < 0 || age >= shares.size() ? Exact.of(0) : Exact.of(shares.get(age));
        }

        private Exact shareFrom(int age) {
            Exact sum = Exact.of(0);
            for (int each = Math.max(0, age); each < shares(product).size(); each++) {
                sum = sum.plus(share(each)).reduced();
            }
            return sum;
        }

        /** The season's share of a month of the horizon, or after it. */
        private Exact season(int month) {
            BigInteger all = weight(0, months);
            return all.signum() == 0 ? Exact.of(0) : new Exact(BigInteger.valueOf(seasonWeights[month]), all).reduced();
        }

        /** What leads through a month are to make of a deal in some months. */
        private Exact ordered(int through, int from, int before) {
            Exact sum = Exact.of(0);
            for (int of = 0; of <= through; of++) {
                for (int age = 0; age < shares(product).size(); age++) {
                    if (of + age >= from && of + age < before) {
                        sum = sum.plus(share(age).times(season(of + age))).reduced();
                    }
                }
            }
            return sum;
        }

        private Exact dated(int month) {
            Exact deals = Exact.of(0);
            for (int channel = 0; channel < channels.size(); channel++) {
                long due = atOpening.open.get(product).get(channel).getOrDefault(month, 0L);
                Ratio conversion = conversion(product, channel, month).toRatio();
                deals = deals.plus(Exact.of(due).times(Exact.of(conversion))).reduced();
            }
            return deals;
        }

        /** What the pipeline makes of orders before the first month. */
        private Exact ofPipeline() {
            Exact sum = Exact.of(carried(Rounded.NEW_DEALS, product, -1));
            for (int month = 0; month < months; month++) {
                for (Waiting each : atOpening.waiting.get(product)) {
                    Ratio conversion = conversion(product, each.channel, month).toRatio();
                    sum = sum.plus(each.due(month, shares(product)).times(Exact.of(conversion)))
                            .reduced();
                }
                sum = sum.plus(dated(month).times(shareFrom(month + 1))).reduced();
            }
            return sum;
        }

        private Exact datedThrough(int through, int from, int before) {
            Exact sum = Exact.of(0);
            for (int month = from; month < before; month++) {
                Exact part = shareFrom(month - through).minus(shareFrom(month + 1));
                sum = sum.plus(dated(month).times(part)).reduced();
            }
            return sum;
        }

        private Exact orderedWithin(int month) {
            Exact reached = ordered(months - 1, 0, months);
            if (reached.numerator.signum() == 0) {
                return Exact.of(0);
            }
            Exact all = Exact.of(deals);
            Exact part = ordered(month, 0, months);
            Exact before = Exact.of(0);
            for (int each = 0; each < months; each++) {
                before = before.plus(season(each).times(shareFrom(each + 1))).reduced();
            }
            Exact wanted = isSpread()
                    ? all.minus(ofPipeline())
                            .times(part)
                            .over(reached.numerator)
                            .times(reached.denominator)
                    : all.times(before.plus(part)).minus(ofPipeline());
            return wanted.minus(datedThrough(month, 0, months)).max(Exact.of(0));
        }

        private Exact orderedAfter(int month) {
            int end = months + shares(product).size() - 1;
            Exact due = Exact.of(0);
            if (goal.afterHorizon() instanceof AfterHorizon.GoesOn goesOn) {
                due = ordered(month, months, end)
                        .times(Exact.of(deals))
                        .times(Exact.of(1).plus(Exact.of(goesOn.growth())));
            }
            for (AfterHorizon.DealsDue listed : listed()) {
                if (listed.product().equals(products.get(product).name())) {
                    int of = monthsFromFirst(listed.month());
                    due = due.plus(
                            Exact.of(listed.deals()).times(shareFrom(of - month).minus(shareFrom(of + 1))));
                }
            }
            return due.minus(datedThrough(month, months, end)).max(Exact.of(0));
        }

        private boolean isSpread() {
            return goal.catchUp() == CatchUp.SPREAD;
        }

        private boolean isListed() {
            return goal.afterHorizon() instanceof AfterHorizon.Listed;
        }

        /** The season's weight of the months from one to before another. */
        private BigInteger weight(int from, int to) {
            BigInteger sum = BigInteger.ZERO;
            for (int month = from; month < to; month++) {
                sum = sum.add(BigInteger.valueOf(seasonWeights[month]));
            }
            return sum;
        }

        /** Deals asked for, those that pins demand at least. */
        private BigInteger ordered() {
            long pinned = 0;
            for (int month = 0; month < months; month++) {
                Long count = pinnedDeals(product, month);
                pinned += count == null ? 0 : count;
            }
            return BigInteger.valueOf(Math.max(deals, pinned));
        }

        /** The parts of a deal that leads, the pipeline and what was carried are to come to through the end of a month. */
        private BigInteger parts(int due) {
            if (due >= months && goal.afterHorizon() instanceof AfterHorizon.GoesOn goesOn) {
                Exact within = mostAsked.compareTo(broughtWithin) < 0 ? mostAsked : broughtWithin;
                BigInteger leadsOnly =
                        within.plus(dueOnwards(due, goesOn)).times(made.parts).ceiling();
                return leadsOnly.add(madeByPipeline(due));
            }
            Exact target = isSpread() && due < months ? spreadTarget(due) : Exact.of(target(due));
            Exact asked = target.times(made.parts).minus(Exact.of(madeByPipeline(due)));
            mostAsked = mostAsked.max(asked.over(made.parts));
            return target.times(made.parts).ceiling();
        }

        /** With what was carried. */
        private BigInteger madeByPipeline(int through) {
            return through < 0 ? made.rest : made.rest.add(partsOfPipeline(through));
        }

        /** What the season asks of the months after the horizon that new leads reach, less what the pipeline makes in them. */
        private Exact dueOnwards(int due, AfterHorizon.GoesOn goesOn) {
            BigInteger ofSeason = BigInteger.ZERO;
            for (int month = Math.max(months, process(product).cycleMonths()); month <= due; month++) {
                ofSeason = ofSeason.add(BigInteger.valueOf(seasonWeights[month]));
            }
            BigInteger all = weight(0, months);
            if (all.signum() == 0) {
                return Exact.of(BigInteger.ZERO);
            }
            Ratio growth = goesOn.growth();
            Exact share = new Exact(
                    ofSeason.multiply(
                            BigInteger.valueOf(growth.denominator()).add(BigInteger.valueOf(growth.numerator()))),
                    all.multiply(BigInteger.valueOf(growth.denominator())));
            Exact ofPipeline = new Exact(madeByPipeline(due).subtract(madeByPipeline(months - 1)), made.parts);
            return share.times(ordered()).minus(ofPipeline).max(Exact.of(BigInteger.ZERO));
        }

        /** The season's line over the months that leads reach, from what the pipeline makes before them to all that is asked. */
        private Exact spreadTarget(int due) {
            Long pinned = pinnedDeals(product, due);
            if (pinned != null) {
                return Exact.of(dealsThrough(due - 1) + pinned);
            }
            int cycle = process(product).cycleMonths();
            Exact before = new Exact(madeByPipeline(Math.min(cycle, months) - 1), made.parts);
            BigInteger reachable = weight(cycle, months);
            Exact line = reachable.signum() == 0
                    ? before
                    : Exact.of(ordered())
                            .minus(before)
                            .times(weight(cycle, due + 1))
                            .over(reachable)
                            .plus(before);
            Exact room = Exact.of(ordered().subtract(BigInteger.valueOf(pinnedAfter(due))));
            return isLastFree(due) || room.compareTo(line) < 0 ? room : line;
        }

        private long pinnedAfter(int due) {
            long pinned = 0;
            for (int later = due + 1; later < months; later++) {
                Long count = pinnedDeals(product, later);
                pinned += count == null ? 0 : count;
            }
            return pinned;
        }

        private boolean isLastFree(int due) {
            for (int later = due + 1; later < months; later++) {
                if (pinnedDeals(product, later) == null) {
                    return false;
                }
            }
            return hasPinnedDeals();
        }

        private boolean hasPinnedDeals() {
            return pins.stream()
                    .anyMatch(
                            pin -> pin instanceof Pin.Deals fixed && productNames.indexOf(fixed.product()) == product);
        }

        /**
         * The deals to be made since the plan began through the end of a month: the season's line, as far as the months
         * pinned after it leave room for it; all that they do not bring in the last month that is free.
         */
        private long target(int due) {
            if (due >= months) {
                return madeWithinPlan + dueAfterHorizon(due);
            }
            Long pinned = pinnedDeals(product, due);
            if (pinned != null) {
                return dealsThrough(due - 1) + pinned;
            }
            long room = deals - pinnedAfter(due);
            return due == months - 1 || isLastFree(due) ? room : Math.min(needThrough(due), room);
        }

        /** Whether leads pinned too low for a month may be made good by a later one. */
        private boolean mayCatchUp(int due) {
            return due != months - 1 && due - process(product).cycleMonths() != months - 1;
        }

        /** {@code ceil(deals * cumulative season)}. */
        private long needThrough(int month) {
            BigInteger through = BigInteger.ZERO;
            BigInteger all = BigInteger.ZERO;
            for (int index = 0; index < months; index++) {
                BigInteger weight = BigInteger.valueOf(seasonWeights[index]);
                through = index <= month ? through.add(weight) : through;
                all = all.add(weight);
            }
            return deals == 0
                    ? 0
                    : quotientRoundedUp(BigInteger.valueOf(deals).multiply(through), all)
                            .longValueExact();
        }

        private List<AfterHorizon.DealsDue> listed() {
            return goal.afterHorizon() instanceof AfterHorizon.Listed listed ? listed.deals() : List.of();
        }

        private long dueAfterHorizon(int through) {
            return listed().stream()
                    .filter(due -> due.product().equals(products.get(product).name()))
                    .filter(due -> monthsFromFirst(due.month()) <= through)
                    .mapToLong(AfterHorizon.DealsDue::deals)
                    .sum();
        }

        /** The deals that the pipeline and the leads brought so far make through the end of a month. */
        private long dealsThrough(int month) {
            return made.whole(partsSoFar.add(partsOfPipeline(month)));
        }

        private BigInteger partsOfLead(int channel, int due) {
            return dealParts(made, product, channel, due);
        }

        /** The parts of a deal that the pipeline comes to through the end of a month. */
        private BigInteger partsOfPipeline(int through) {
            BigInteger parts = BigInteger.ZERO;
            for (int channel = 0; channel < channels.size(); channel++) {
                for (var due : atOpening
                        .open
                        .get(product)
                        .get(channel)
                        .headMap(through, true)
                        .entrySet()) {
                    parts = parts.add(BigInteger.valueOf(due.getValue()).multiply(partsOfLead(channel, due.getKey())));
                }
            }
            return parts;
        }

        /**
         * The leads since the plan began, by channel, handed out one by one to the channel with the greatest claim until
         * they suffice: no channel less than it has brought, a pinned one just what it is pinned at, none more than its
         * ceiling lets through.
         */
        private long @Nullable [] leadsThrough(BigInteger asked, BigInteger[] each, boolean mayCatchUp, State state) {
            long[] leads = leadsSoFar.clone();
            long[] most = new long[channels.size()];
            for (int channel = 0; channel < channels.size(); channel++) {
                Long pinned = pinnedLeads(product, channel, state.month);
                long ceiling = underCeiling(channel, state);
                if (pinned != null && pinned > ceiling) {
                    return null;
                }
                leads[channel] += pinned == null ? 0 : pinned;
                long room = pinned == null ? ceiling : 0;
                most[channel] = room == Long.MAX_VALUE ? Long.MAX_VALUE : leads[channel] + room;
            }
            boolean isPinned = true;
            for (int channel = 0; channel < channels.size(); channel++) {
                isPinned &= !mix.containsKey(channels.get(channel).name())
                        || pinnedLeads(product, channel, state.month) != null;
            }
            BigInteger missing = asked;
            for (int channel = 0; channel < channels.size(); channel++) {
                missing = missing.subtract(
                        BigInteger.valueOf(leads[channel] - leadsSoFar[channel]).multiply(each[channel]));
            }
            long[] weights = weights();
            while (missing.signum() > 0) {
                int next = mixSince == 0 ? greatestClaim(weights, leads, most, channelNames) : nextChannel(leads, most);
                if (next < 0) {
                    return isPinned && mayCatchUp ? leads : null;
                }
                leads[next]++;
                missing = missing.subtract(each[next]);
            }
            for (int channel = 0; channel < channels.size(); channel++) {
                isAtCeiling[channel] =
                        leads[channel] == most[channel] && pinnedLeads(product, channel, state.month) == null;
            }
            return leads;
        }

        /** Before the first change leads are handed out by Webster's method, as ever. */
        private long[] weights() {
            return wholeWeights(channels.stream()
                    .map(channel -> {
                        Rate share = mix.get(channel.name());
                        return share == null ? Ratio.ZERO : share.toRatio();
                    })
                    .toList());
        }

        private long underCeiling(int channel, State state) {
            Long ceiling = ceiling(channel, state.month);
            return ceiling == null
                    ? Long.MAX_VALUE
                    : state.leads[product][channel].whole(
                            BigInteger.valueOf(ceiling).multiply(state.leadParts(product, channel)));
        }
    }

    /** What is pinned of a product in a month. */
    @Nullable
    Long pinnedDeals(int product, int month) {
        for (Pin pin : pins) {
            if (pin instanceof Pin.Deals deals
                    && productNames.indexOf(deals.product()) == product
                    && monthsFromFirst(deals.month()) == month) {
                return deals.count();
            }
        }
        return null;
    }

    /** What is pinned of its leads over a channel. */
    @Nullable
    Long pinnedLeads(int product, int channel, int month) {
        for (Pin pin : pins) {
            if (pin instanceof Pin.Leads leads
                    && channelNames.indexOf(leads.channel()) == channel
                    && monthsFromFirst(leads.month()) == month) {
                String only = leads.product();
                if (only == null && feeds(channel, product, month)) {
                    return splitOverProducts(leads.count(), channel, month)[product];
                }
                if (only != null && productNames.indexOf(only) == product) {
                    return leads.count();
                }
            }
        }
        return null;
    }

    private boolean feeds(int channel, int product, int month) {
        return mix(product, month).containsKey(channels.get(channel).name());
    }

    /** The shares of a product's leads in a month. */
    private Map<String, Rate> mix(int product, int month) {
        String name = products.get(product).name();
        String driver = constants.processByProduct().containsKey(name)
                ? "productChannelMix[" + name + "]"
                : "channelMix[" + products.get(product).tier() + "]";
        return Objects.requireNonNull(inForce(month, process(product).channels(), driver))
                .shares();
    }

    /** By {@code share of the product in new deals * share of the channel in its tier}. */
    private long[] splitOverProducts(long leads, int channel, int month) {
        List<Ratio> claims = new ArrayList<>();
        for (int product = 0; product < products.size(); product++) {
            claims.add(
                    feeds(channel, product, month)
                            ? constants
                                    .assortment()
                                    .mix()
                                    .share(products.get(product).name())
                                    .times(Objects.requireNonNull(mix(product, month)
                                                    .get(channels.get(channel).name()))
                                            .toRatio())
                            : Ratio.ZERO);
        }
        return webster(leads, productNames, wholeWeights(claims));
    }

    // Arithmetic

    /** A fraction that is not reduced. */
    private record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {

        static Exact of(long whole) {
            return of(BigInteger.valueOf(whole));
        }

        static Exact of(BigInteger whole) {
            return new Exact(whole, BigInteger.ONE);
        }

        static Exact of(Ratio ratio) {
            return new Exact(BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
        }

        Exact times(Exact other) {
            return new Exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator)).reduced();
        }

        private Exact reduced() {
            BigInteger divisor = numerator.gcd(denominator);
            return divisor.signum() == 0 ? this : new Exact(numerator.divide(divisor), denominator.divide(divisor));
        }

        BigInteger floor() {
            BigInteger[] parts = numerator.divideAndRemainder(denominator);
            return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        }

        /** In lowest terms; rounded down to 18 decimals where its denominator exceeds 2^62. */
        Exact kept() {
            Exact lowest = reduced();
            BigInteger decimals = BigInteger.TEN.pow(18);
            return lowest.denominator.compareTo(BigInteger.TWO.pow(62)) <= 0
                    ? lowest
                    : new Exact(lowest.times(decimals).floor(), decimals).reduced();
        }

        Ratio ratio() {
            Exact lowest = reduced();
            return Ratio.of(lowest.numerator.longValueExact(), lowest.denominator.longValueExact());
        }

        Exact plus(Exact other) {
            return new Exact(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Exact minus(Exact other) {
            return plus(other.times(BigInteger.ONE.negate()));
        }

        Exact times(BigInteger factor) {
            return new Exact(numerator.multiply(factor), denominator);
        }

        Exact over(BigInteger divisor) {
            return new Exact(numerator, denominator.multiply(divisor));
        }

        Exact max(Exact other) {
            return compareTo(other) < 0 ? other : this;
        }

        BigInteger ceiling() {
            BigInteger[] parts = numerator.divideAndRemainder(denominator);
            return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
        }

        @Override
        public int compareTo(Exact other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
        }
    }

    /** Webster's method: units are handed out one by one, each to the greatest {@code weight / (2 * units so far + 1)}. */
    private static long[] webster(long total, Names names, long[] weights) {
        long[] parts = new long[weights.length];
        long[] most = new long[weights.length];
        Arrays.fill(most, Long.MAX_VALUE);
        for (long unit = 0; unit < total; unit++) {
            parts[greatestClaim(weights, parts, most, names)]++;
        }
        return parts;
    }

    /** Of equal claims the first name in code-point order; -1 where nobody may have more. */
    private static int greatestClaim(long[] weights, long[] parts, long[] most, Names names) {
        int best = -1;
        for (int part = 0; part < weights.length; part++) {
            if (weights[part] > 0 && parts[part] < most[part]) {
                long claim = best < 0
                        ? 1
                        : Math.subtractExact(
                                Math.multiplyExact(weights[part], 2 * parts[best] + 1),
                                Math.multiplyExact(weights[best], 2 * parts[part] + 1));
                if (claim > 0 || (claim == 0 && names.rank(part) < names.rank(best))) {
                    best = part;
                }
            }
        }
        return best;
    }

    /** Names in the order given, and their ranks in code-point order. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Names(List<String> inOrder, int[] ranks) {

        static Names of(List<String> names) {
            List<String> sorted = names.stream()
                    .sorted((one, other) -> Arrays.compare(
                            one.codePoints().toArray(), other.codePoints().toArray()))
                    .toList();
            return new Names(names, names.stream().mapToInt(sorted::indexOf).toArray());
        }

        int indexOf(String name) {
            return inOrder.indexOf(name);
        }

        int rank(int index) {
            return ranks[index];
        }
    }

    /** Whole numbers of the same proportions. */
    private static long[] wholeWeights(List<Ratio> weights) {
        BigInteger common = weights.stream()
                .map(weight -> BigInteger.valueOf(weight.denominator()))
                .reduce(BigInteger.ONE, SlowBusiness::leastCommonMultiple);
        return weights.stream()
                .mapToLong(weight -> BigInteger.valueOf(weight.numerator())
                        .multiply(common.divide(BigInteger.valueOf(weight.denominator())))
                        .longValueExact())
                .toArray();
    }

    private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }

    private static BigInteger quotientRoundedUp(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    private static BigInteger shareRoundedDown(BigInteger count, Ratio share) {
        return count.multiply(BigInteger.valueOf(share.numerator())).divide(BigInteger.valueOf(share.denominator()));
    }

    private static BigInteger denominator(Rate rate) {
        return BigInteger.valueOf(rate.denominator());
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    // Names

    /** The share of a channel's leads that become deals in a month; after the horizon the last in force. */
    private Rate conversion(int product, int channel, int month) {
        SalesProcess process = process(product);
        String ofProduct = products.get(product).name();
        String tier = constants.processByProduct().containsKey(ofProduct)
                ? "productConversion[" + ofProduct + "]"
                : "managerConversion[" + products.get(product).tier() + "]";
        String name = channels.get(channel).name();
        Rate own = inForce(month, process.conversionByChannel().get(name), tier + "[" + name + "]");
        return own == null ? Objects.requireNonNull(inForce(month, process.managerConversion(), tier)) : own;
    }

    /** Of all conversions that a product's leads are ever met with. */
    private Stream<BigInteger> denominatorsOfConversions(int product) {
        return Stream.iterate(0, month -> month + 1)
                .limit(months + process(product).cycleMonths())
                .flatMap(month -> Stream.iterate(0, channel -> channel + 1)
                        .limit(channels.size())
                        .map(channel -> denominator(conversion(product, channel, month))));
    }

    private SalesProcess process(int product) {
        return Objects.requireNonNull(
                constants.processByProduct().containsKey(products.get(product).name())
                        ? constants.processByProduct().get(products.get(product).name())
                        : constants.tiers().get(products.get(product).tier()));
    }

    private YearMonth monthAt(int month) {
        return constants.horizon().first().plusMonths(month);
    }

    private int monthsFromFirst(YearMonth month) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(constants.horizon().first(), month));
    }
}
