package org.liudan.intake;

/**
 * A picture that a telephone reads an address from.
 *
 * @param side how many squares it is wide and high, with the quiet border of four
 * @param path the dark squares as an SVG path
 */
public record QrCode(int side, String path) {

    private static final int BORDER = 4;

    static QrCode of(String address) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(address, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(code.size + 2 * BORDER, path.toString());
    }
}
