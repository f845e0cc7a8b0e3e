package io.github.planningmath.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

class CsvTablePropertyTest {

    @Provide
    Arbitrary<CsvTable> tables() {
        Arbitrary<String> fields = Arbitraries.strings()
                .withChars(',', '"', '\r', '\n', ' ', ';', '\t', 'a', '\u00e9', '\u0436')
                .ofMaxLength(6);
        return Arbitraries.integers().between(1, 4).flatMap(width -> {
            Arbitrary<List<String>> row = fields.list().ofSize(width);
            return fields.list()
                    .ofSize(width)
                    .uniqueElements()
                    .flatMap(columns -> row.list().ofMaxSize(4).map(rows -> new CsvTable(columns, rows)));
        });
    }

    /** Commons CSV is the other implementation. */
    @Property
    void aReaderOfRfc4180ReadsWhatWasWritten(@ForAll("tables") CsvTable table) throws IOException {
        List<List<String>> expected = new ArrayList<>(List.of(table.columns()));
        expected.addAll(table.rows());
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(table.text()))) {
            assertThat(parser.getRecords().stream().map(CSVRecord::toList)).containsExactlyElementsOf(expected);
        }
    }
}
