package io.github.planningmath.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    /** As the rules 2, 5, 6 and 7 of RFC 4180 have it. */
    @Test
    void linesEndByCarriageReturnAndLineFeedAndQuotesAreDoubled() {
        CsvTable table = new CsvTable(
                List.of("product", "value"), List.of(List.of("a, \"b\"", "1234.5"), List.of("two\nlines", "")));
        assertThat(table.text()).isEqualTo("product,value\r\n\"a, \"\"b\"\"\",1234.5\r\n\"two\nlines\",\r\n");
        assertThat(table).hasToString(table.text());
    }

    @Test
    void anEmptyFieldOfOneColumnIsNoEmptyLine() {
        assertThat(new CsvTable(List.of("value"), List.of(List.of(""))).text()).isEqualTo("value\r\n\"\"\r\n");
    }

    @Test
    void everyRowHasAFieldForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvTable(List.of("a", "b"), List.of(List.of("1"))))
                .withMessage("CsvTable.rows must have a field for each of the 2 columns, but one had 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvTable(List.of(), List.of()))
                .withMessage("CsvTable.columns must hold at least one, but was empty.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvTable(List.of("a", "a"), List.of()))
                .withMessageStartingWith("CsvTable.columns must ");
    }
}
