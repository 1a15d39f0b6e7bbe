package org.liudan.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A file of surveyed buildings, as large as a county's: 20 columns, 200,986 buildings, 702 of them dangerous. */
public final class Buildings {

    public static final int SURVEYED = 200_986;
    public static final int DANGEROUS = 702;

    private static final List<String> HEADER = List.of(
            "房屋编号",
            "户主（产权人）",
            "联系电话",
            "所在村（社区）",
            "详细地址",
            "网格责任人",
            "结构类型",
            "层数",
            "建成年份",
            "建筑面积（平方米）",
            "用途",
            "经营业态",
            "农村重点房屋",
            "出租",
            "居住和经营人数",
            "人员聚集场所",
            "切坡建房",
            "安全等级",
            "检测鉴定机构",
            "排查情况");
    private static final List<String> COMMUNITIES =
            List.of("萝卜湾社区", "长寨社区", "大湾塘社区", "犁头咀社区", "歌诗坡社区", "田湾社区", "桐油湾社区", "长岭界社区", "横岩村", "鸬鹚村", "新桥社区", "岩门村");
    private static final List<String> FAMILIES = List.of("张", "王", "李", "赵", "陈", "杨", "吴", "周", "黄", "向", "粟", "舒");
    private static final List<String> GIVEN = List.of("建国", "秀英", "志强", "桂兰", "小平", "海燕", "文明", "玉梅", "家旺", "春生");
    private static final List<String> STRUCTURES = List.of("砖混", "砖木", "钢筋混凝土框架", "木结构", "土木（土坯）");
    private static final List<String> STREETS = List.of("沿江路", "新街", "老街", "桐油坪", "塘冲", "川岩", "岩门组", "牛皮垄");
    private static final int FLUSH_ROWS = 1_000;

    private Buildings() {}

    /** Writes a workbook with the first rows of the survey. */
    public static void write(Path file, int rows) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "Test", "1.0")) {
            var sheet = book.newWorksheet("自建房");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(0, column, HEADER.get(column));
            }
            for (int i = 0; i < rows; i++) {
                write(sheet, i);
                if (i % FLUSH_ROWS == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void write(Worksheet sheet, int i) {
        int row = i + 1;
        boolean business = i % 9 == 0;
        var name = of(FAMILIES, i / 7)
                + of(GIVEN, i / 3)
                + (i % 4 == 0 ? "" : of(GIVEN, i).substring(1));
        sheet.value(row, 0, "FW%07d".formatted(i + 1));
        sheet.value(row, 1, name);
        sheet.value(row, 2, "138%08d".formatted((long) i * 7919 % 100_000_000));
        sheet.value(row, 3, of(COMMUNITIES, i));
        sheet.value(row, 4, of(STREETS, i / 11) + (i % 500 + 1) + "号");
        sheet.value(row, 5, "网格员" + (i % 200 + 1));
        sheet.value(row, 6, of(STRUCTURES, i / 5));
        sheet.value(row, 7, i % 6 + 1);
        sheet.value(row, 8, 1970 + i % 55);
        sheet.value(row, 9, 60 + i % 400);
        sheet.value(row, 10, business ? "住宅兼经营" : "自住");
        sheet.value(row, 11, business ? "餐饮、商铺" : "");
        sheet.value(row, 12, "否");
        sheet.value(row, 13, i % 13 == 0 ? "是" : "否");
        sheet.value(row, 14, i % 9 + 1);
        sheet.value(row, 15, i % 97 == 0 ? "是" : "否");
        sheet.value(row, 16, i % 41 == 0 ? "是" : "否");
        sheet.value(row, 17, i % 286 == 285 ? i % 2 == 0 ? "D级（整幢危险）" : "C级（局部危险）" : i % 3 == 0 ? "B级（有缺陷）" : "A级（安全）");
        sheet.value(row, 18, business ? "怀化市某检测鉴定有限公司" : "");
        sheet.value(row, 19, "第" + (i % 30 + 1) + "组，逐层查看，" + (i % 286 == 285 ? "承重墙有贯通裂缝" : "未见明显变形"));
    }

    private static String of(List<String> all, int index) {
        return all.get(index % all.size());
    }
}
