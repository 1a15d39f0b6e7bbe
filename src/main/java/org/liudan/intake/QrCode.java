package org.liudan.intake;

/**
 * A QR code of an address.
 *
 * @param side its width and height in squares, with the quiet border of four on each side
 * @param path the dark squares as the data of an SVG path
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
