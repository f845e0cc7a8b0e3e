package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.plan.Driver;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of the options are read. */
final class OptionValues {

    private OptionValues() {}

    /** What somebody says of a conversion. */
    static final class OfClaim implements ITypeConverter<Claim> {
        @Override
        public Claim convert(String text) {
            int equals = text.lastIndexOf('=');
            try {
                Driver<?> driver = Driver.parse(text.substring(0, Math.max(0, equals)));
                SalesTier tier = driver.tier();
                if (tier != null && driver.kind() == Driver.Kind.MANAGER_CONVERSION) {
                    String channel = driver.channel();
                    return new Claim(
                            channel == null ? Driver.managerConversion(tier) : Driver.managerConversion(tier, channel),
                            Rate.parse(text.substring(equals + 1)));
                }
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
            throw new TypeConversionException(
                    "must be of a manager conversion, such as managerConversion[CONSULTATIVE]=15%, but was " + text);
        }
    }
}
