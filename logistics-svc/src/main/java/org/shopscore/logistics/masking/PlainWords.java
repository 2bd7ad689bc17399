package org.shopscore.logistics.masking;

/** What people say of a courier or a signer, and no name begins with; regular expressions. */
final class PlainWords {

    /** Characters that begin a word and no surname. */
    private static final String OPENERS = """
            很太不没真好差快慢给把打送到说也就还在是个一我你您他她它这咱最更又再才只总每挺超特极凶骂乱丢扔敲放催拒服态电手跟被让叫问答回走跑提拿收派
            投拖找想忘嫌吼吵擅故随其员们的了吗吧呢啊呀与以对讲会可该认耐负勤友亲专仔细主迟早晚准按速效脾嘴口语言声衣穿骑开停爬等接联签私偷损弄摔踩搞
            做办处懒粗野横嚣恶坏烂垃混滚无未非有要为因由自直上下来去进出过起今昨当现刚前后半多少已正将凭本竟居然根究似看像
            """.replaceAll("\\s", "");

    /** Words whose first character is a surname as well, and others that are said of people. */
    private static final String WORDS = """
            态度 服务 速度 时间 时常 时不 时候 马上 马虎 常常 常年 何时 何必 从来 从不 从没 从未 全程 全都 全部 连电 连门 连个 连句 连招 连说 连一 单独 单子 路上 路过 高傲
            冷漠 冷淡 冷冰 冷脸 水平 应该 应当 包装 包裹 严重 成天 成心 毛手 毛毛 平时 平常 方便 方式 强行 强制 强迫 强硬 相当 相互 满脸 满口 满身 白跑 管理 盛气 乐呵 乐于 乐意 易怒 习惯 计较
            空手 解释 解决 关门 关机 关心 关键 文明礼貌 危险 利索 利落 宁可 宁愿 干脆 古怪 支支 商量 后来 查询 查看 步行 都不 都没 都是 都很 都挺 能力 能不 能够 能否 和我 和蔼 和气 和善 向我
            于昨 于今 于是 于早 于晚 于上 于下 曾经 曾多 那么 那个 那天 那种 那位 热情 热心 温暖 安全 安排 安装 别的 通知 通过 任意 任性 任何 印象 费劲 费心 经常 经过 经验 郁闷 车速 车辆
            耐心 礼貌 很好 很差 非常 十分 特别 不好 不错 太差 一般 辛苦 负责 敷衍 准时 及时 迟到 素质 脾气 差评 好评 小心 小声 小时 老是 老实 大声 大概 大约 大热 谢谢 司机 戴着 戴口 简单
            拒收 要求 竟然 居然 简直 终于 始终 根本 究竟 明明 明显 毫不 毫无 似乎 原地 原来 双手 反复 反而 只会 故意 随便 随手
            """;

    /** Who may take a parcel in without being named. */
    static final String SOMEBODY = "(?:邻居|门卫|保安|前台|物业|驿站|家人|同事|朋友|别人|他人|快递员|派件员)";

    /** A word that stands in the place of a name, whatever leads up to it. */
    static final String WORD = Characters.anyWordOf(WORDS.strip().split("\\s+"));

    /** The beginning of what is no name where a name may stand without anything that announces it. */
    static final String START = "(?:" + Characters.anyOf(OPENERS) + "|" + WORD + ")";

    /** What an opinion has and a name seldom. */
    static final String OPINION = "(?:态度|服务|速度|派送|派件|投递|送达|揽收|签收|取件|[很太不没真好差慢坏快烂凶骂乱丢扔])";

    /** Who has a title and no name. */
    static final String BEFORE_A_TITLE = "快递|外卖|送货|配送|派送|物流|感谢|谢谢|辛苦|这位|那位|一位|各位|安装|维修|司机|老|大|个|名|的|件";

    private PlainWords() {}
}
