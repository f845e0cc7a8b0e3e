package io.github.planningmath.examples.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.lifetime.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvOrdersTest {

    private static final OrderColumns ISO = new OrderColumns("customer", "date", "amount", null);

    @TempDir
    private Path folder;

    private OrdersFound read(String csv, OrderColumns columns, char delimiter) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), csv);
        return new CsvOrders(file, columns, delimiter).read(Progress.silent());
    }

    @Test
    void readsColumnsByNameInAnyOrder() throws IOException {
        OrdersFound found = read(
                "amount,item,customer,date\r\n12.50,\"a \"\"b\"\", c\",ann,2027-01-05\r\n-3,,\"Lee, Bob\",2027-01-06\r\n",
                ISO,
                ',');
        assertThat(found.orders())
                .containsExactly(Order.of("ann", "2027-01-05", "12.50"), Order.of("Lee, Bob", "2027-01-06", "-3"));
    }

    @Test
    void readsColumnsInAnyCase() throws IOException {
        OrdersFound found = read("Customer,DATE,amount,Amount\nann,2027-01-05,12.50,13\n", ISO, ',');
        assertThat(found.orders()).containsExactly(Order.of("ann", "2027-01-05", "12.50"));
    }

    /** As spreadsheets write it in much of Europe. */
    @Test
    void readsAByteOrderMarkSemicolonsAndOtherDates() throws IOException {
        OrdersFound found = read(
                "\ufeffKunde;Datum;Betrag\nann;05.01.2027;12.50\n",
                new OrderColumns("Kunde", "Datum", "Betrag", "dd.MM.uuuu"),
                ';');
        assertThat(found.orders()).containsExactly(Order.of("ann", "2027-01-05", "12.50"));
    }

    @Test
    void leavesTheTimeOfDayOut() throws IOException {
        OrdersFound found =
                read("customer,date,amount\nann,2027-01-05T23:59:01Z,1\nann,2027-01-06 08:00:00,2\n", ISO, ',');
        assertThat(found.orders())
                .containsExactly(Order.of("ann", "2027-01-05", "1"), Order.of("ann", "2027-01-06", "2"));
    }

    @Test
    void countsOrdersWithoutACustomer() throws IOException {
        OrdersFound found = read("customer,date,amount\n,2027-01-05,1\nann,2027-01-06,2\n", ISO, ',');
        assertThat(found.orders()).containsExactly(Order.of("ann", "2027-01-06", "2"));
        assertThat(found.withoutCustomer()).isEqualTo(1);
    }
}
