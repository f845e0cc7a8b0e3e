package io.github.planningmath.review;

import io.github.planningmath.internal.CsvField;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.CsvTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells of actuals as a table. */
final class CellTable {

    private static final List<Measure> MEASURES = List.of(Measure.values());

    private CellTable() {}

    static CsvTable of(Actuals actuals) {
        return of(actuals.cells(), actuals.currency());
    }

    static CsvTable template(PlanningConstants constants) {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (YearMonth month : constants.horizon().all()) {
            PlanningConstants ofMonth = constants.in(month);
            for (Product product : ofMonth.assortment().products()) {
                ofMonth.process(product.name())
                        .channels()
                        .shares()
                        .keySet()
                        .forEach(channel -> cells.add(Actuals.Cell.of(month, product.name(), channel)));
                cells.add(Actuals.Cell.of(month, product.name()));
            }
        }
        return of(cells, constants.currency());
    }

    private static CsvTable of(List<Actuals.Cell> cells, @Nullable Currency currency) {
        boolean isByLeads = cells.stream().anyMatch(cell -> cell.brought() != null);
        return new CsvTable(
                Header.COLUMNS.stream()
                        .filter(column -> isByLeads || !Header.OF_LEADS.contains(column))
                        .toList(),
                cells.stream().map(cell -> row(cell, isByLeads, currency)).toList());
    }

    private static List<String> row(Actuals.Cell cell, boolean isByLeads, @Nullable Currency currency) {
        List<String> fields =
                new ArrayList<>(List.of(CsvField.of(cell.month()), cell.product(), CsvField.of(cell.channel())));
        if (isByLeads) {
            fields.add(CsvField.of(cell.brought()));
        }
        fields.add(CsvField.of(currency));
        for (Measure measure : MEASURES) {
            if (isByLeads && measure == Measure.NEW_DEALS) {
                fields.add(CsvField.of(cell.lostLeads()));
            }
            fields.add(CsvField.of(cell.number(measure)));
        }
        return fields;
    }
}
