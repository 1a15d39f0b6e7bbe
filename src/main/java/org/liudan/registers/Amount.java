package org.liudan.registers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register.Sum;
import org.liudan.web.PageContext;

/**
 * A sum as it is displayed.
 *
 * @param text the amount with its unit, such as 1.52 亿元
 * @param exact all digits of a scaled amount; empty if the text already has all digits
 */
public record Amount(String text, String exact) {

    /** A power of ten that scales large sums: used from an amount on, with the message key of its unit. */
    private record Scale(String key, long from, long divisor) {}

    private static final Scale TEN_THOUSAND = new Scale("sum.large", 1_000_000, 10_000);
    private static final Scale HUNDRED_MILLION = new Scale("sum.huge", 100_000_000, 100_000_000);
    private static final Scale MILLION = new Scale("sum.large", 1_000_000, 1_000_000);
    private static final Scale BILLION = new Scale("sum.huge", 1_000_000_000, 1_000_000_000);

    /** @param total the sum of the stored values, before it is multiplied by the factor of its unit */
    static Amount of(PageContext context, Sum sum, long total) {
        long amount = total * sum.times();
        var huge = context.english() ? BILLION : HUNDRED_MILLION;
        var large = context.english() ? MILLION : TEN_THOUSAND;
        if (amount < large.from()) {
            return new Amount(context.t("sum.plain", formatted(amount), context.w(sum.unit())), "");
        }
        var scale = amount < huge.from() ? large : huge;
        var scaled = BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(scale.divisor()), 2, RoundingMode.HALF_UP);
        return new Amount(
                context.t(scale.key(), decimalFormat("#,##0.##").format(scaled), context.w(sum.unit())),
                formatted(amount));
    }

    static String formatted(long number) {
        return decimalFormat("#,##0").format(number);
    }

    /** The label of the summed field, without a unit in brackets at its end. */
    static String label(PageContext context, Method register, Sum sum) {
        var unit = Pattern.quote(context.w(sum.unit()));
        return context.w(register.field(sum.field()).name()).replaceFirst("\\s*[（(][^（()）]*" + unit + "[)）]$", "");
    }

    private static DecimalFormat decimalFormat(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
