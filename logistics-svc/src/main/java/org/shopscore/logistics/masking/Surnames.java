package org.shopscore.logistics.masking;

/** How Chinese names begin: the usual surnames, those of two characters, and the first characters of names that are written by sound. */
final class Surnames {

    private static final String SINGLE = """
            赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛
            雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强
            贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠
            甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂
            索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈
            廖庾终暨衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查荆红游竺权逯盖益桓公肖闫付
            邸仝佟佘冼麦岳帅海侍玉覃佀苑铁代尧冒智敬原卯阳豆腾楚奉郐卻刀召敏努买阿热玛吐库帕依亚扎次达洛格丹嘎某涂谌缑禚亓邝揭操区练粟种佴漆窪庹战尉
            仉
            """;

    /** A regular expression. */
    static final String DOUBLE = Characters.anyWordOf(
            "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 端木 百里 呼延 南宫 西门 独孤 轩辕 拓跋 完颜 赫连 澹台 申屠 太史 闻人 东郭".split(" "));

    /** A regular expression for the beginning of a name. */
    static final String ANY = "(?>" + DOUBLE + "|" + Characters.anyOf(SINGLE.replaceAll("\\s", "")) + ")";

    private Surnames() {}
}
