package io.github.planningmath.plan;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.product.Product;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The products, channels and months that a scope stands over: the one place where a scope is resolved to cells. */
final class Selection {

    /** So many names are shown of those that would have been accepted. */
    private static final int NAMES_SHOWN = 10;

    private final ResolvedBusiness business;
    private final Scope scope;
    private final List<ProductLine> lines;
    private final int from;
    private final int to;

    /** The place of the channel in the constants, or -1 for all. */
    private final int channel;

    private Selection(ResolvedBusiness business, Scope scope, List<ProductLine> lines, int channel) {
        this.business = business;
        this.scope = scope;
        this.lines = lines;
        this.channel = channel;
        YearMonth month = scope.month();
        from = month == null ? 0 : business.month(month, "Scope.month");
        YearMonth through = scope.through();
        int last = through == null ? from : business.month(through, "Scope.through");
        to = month == null ? business.months() - 1 : last;
    }

    /**
     * What a scope stands over.
     *
     * @throws IllegalArgumentException if it names a month, product or channel that the plan does not know, or a product of
     *     another tier
     */
    static Selection of(ResolvedBusiness business, Scope scope) {
        return new Selection(
                business, scope, atStage(business, scope, lines(business, scope)), channel(business, scope.channel()));
    }

    private static List<ProductLine> lines(ResolvedBusiness business, Scope scope) {
        String product = scope.product();
        SalesTier tier = scope.tier();
        if (product == null) {
            return tier == null
                    ? business.lines()
                    : business.lines().stream()
                            .filter(line -> line.product().tier() == tier)
                            .toList();
        }
        if (!business.knowsProduct(product)) {
            Stream<String> known =
                    business.lines().stream().map(ProductLine::product).map(Product::name);
            throw unknown("Scope.product", "a product", known, product);
        }
        ProductLine line = business.line(product);
        if (tier != null && line.product().tier() != tier) {
            throw new IllegalArgumentException("Scope.tier must be the tier of " + product + ", "
                    + line.product().tier() + ", but was " + tier + ".");
        }
        return List.of(line);
    }

    /** Of these the products whose leads pass the stage that a scope names. */
    private static List<ProductLine> atStage(ResolvedBusiness business, Scope scope, List<ProductLine> lines) {
        String stage = scope.stage();
        if (stage == null) {
            return lines;
        }
        List<ProductLine> passed =
                lines.stream().filter(line -> line.stageNames().contains(stage)).toList();
        if (passed.isEmpty()) {
            Stream<String> known = business.lines().stream()
                    .flatMap(line -> line.stageNames().stream())
                    .distinct();
            throw unknown("Scope.stage", "a stage before the deal", known, stage);
        }
        return passed;
    }

    private static int channel(ResolvedBusiness business, @Nullable String channel) {
        if (channel == null) {
            return -1;
        }
        if (!business.knowsChannel(channel)) {
            Stream<String> known = business.constants().channels().stream().map(Channel::name);
            throw unknown("Scope.channel", "a channel", known, channel);
        }
        return business.channelIndex(channel);
    }

    private static IllegalArgumentException unknown(String component, String what, Stream<String> known, String given) {
        List<String> names = known.toList();
        String more = names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "";
        return new IllegalArgumentException(component + " must be " + what + " of the plan ("
                + names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", ")) + more + "), but was " + given
                + ".");
    }

    Scope scope() {
        return scope;
    }

    /** What a derivation calls a KPI over this. */
    String label(Kpi kpi) {
        return kpi.label() + " · " + scope;
    }

    /** The products. */
    List<ProductLine> lines() {
        return lines;
    }

    boolean takesAllProducts() {
        return lines.size() == business.lines().size();
    }

    /** The first month. */
    int from() {
        return from;
    }

    /** The last month; where the scope's month is open, that of the plan. */
    int to() {
        return to;
    }

    boolean isWholePlan() {
        return scope.month() == null;
    }

    /** Whether a channel of the constants is among them. */
    boolean takesChannel(int index) {
        return channel < 0 || channel == index;
    }

    /** A product over a channel of its funnel. */
    interface CellVisitor {
        void cell(ProductLine line, int channel);
    }

    /** Goes through products and channels, in their order. */
    void eachCell(CellVisitor visitor) {
        for (ProductLine line : lines) {
            if (channel >= 0) {
                int only = line.place(channel);
                if (only >= 0) {
                    visitor.cell(line, only);
                }
                continue;
            }
            for (int c = 0; c < line.channels(); c++) {
                visitor.cell(line, c);
            }
        }
    }

    /** How many products over channels there are. */
    int cells() {
        int[] count = {0};
        eachCell((line, c) -> count[0]++);
        return count[0];
    }

    /** The sum of a count over months, products and channels. */
    long sum(CumulativeCounts[] counts) {
        long[] sum = {0};
        eachCell((line, c) -> sum[0] = PlanOverflow.sum(sum[0], counts[line.index()].in(from, to, c), "total"));
        return sum[0];
    }

    /** The sum of a count of the products. */
    long sumOver(ToLongFunction<ProductLine> count) {
        long sum = 0;
        for (ProductLine line : lines) {
            sum = PlanOverflow.sum(sum, count.applyAsLong(line), "total");
        }
        return sum;
    }

    /** A count of the months that has no channel. */
    long in(CumulativeCounts counts) {
        return counts.in(from, to, 0);
    }
}
