//! Words that say nothing by themselves. Left out of stems, kept in exact forms (a phrase needs them).
//!
//! Written for this crate, in the exact (folded) form, per language: `son` is one in French and none in English.

const ENGLISH: &str = "a about above after again all also although am an and any are as at be because been before being \
below between both but by can could did do does doing down during each either etc few for from further had has have \
having he hence her here hers him his how however i if in into is it its itself just me might more most my neither no \
nor not of off on once only or other our ours out over own same shall she should so some such than that the their theirs \
them themselves then there therefore these they this those through thus to too under until up upon us very was we were \
what when where whether which while who whom whose why will with within without would you your yours s t d ll ve re";
const SPANISH: &str = "a al algo algun alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos asi aun aunque \
bajo cada como con contra cual cuales cuando cuanta cuantas cuanto cuantos cuya cuyo de del desde donde dos durante e el \
ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba estaban estas este esto estos estan fue fueron ha \
habia habian han hasta hay la las le les lo los mas me mi mientras muy ni no nos o otra otras otro otros para pero por \
porque pues que quien quienes se sea sean segun ser si sido sin sino sobre son su sus tal tambien tan tanto te tenia tiene \
tienen todo todos tras tu u un una unas uno unos y ya yo";
const FRENCH: &str = "a ai ainsi alors apres au aucun aucune aussi autre autres aux avait avaient avant avec avez avons bien c car ce \
ceci cela celle celles celui ces cet cette ceux chaque comme comment d dans de depuis des dont donc du elle elles en encore \
entre est et etaient etait etant ete etes etre eu eux fut furent fois ici il ils j je jusqu l la laquelle le lequel lesquels \
lesquelles les leur leurs lors lorsque lui m mais meme memes mes moins mon n ne ni non nos notre nous on ont ou par parce pas \
pendant peu peut peuvent plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera ses si \
soit son sont sous sur t ta tandis tant te tes toi ton tous tout toute toutes tres tu un une vers vos votre vous y";
const RUSSIAN: &str = "а без более больше будет будут будто бы был была были было быть в вам вас весь во вот все всего всех всю вы где \
да даже два для до другой его ее ей если есть еще же за здесь и из или им ими иногда их к как какая какие какой каким каких \
каком когда кого ко которая которого которой котором которому которую которые который которым которых кто ли либо между меня \
мне много может можно мы на над надо наш не него нее ней нет нему ни нибудь них но о об один он она они оно от перед по под \
после потом потому почему при про раз с сам свои своего своей своих свой свою себе себя со сколько так также такие такой там \
те тем то того той только том тому тот тоже ту ты у уж уже хотя чего чей чем через что чтобы чтоб чья чему эта эти этим этих \
это этого этой этом этот эту я";
const ARABIC: &str = "في من الي علي عن مع هذا هذه ذلك تلك التي الذي الذين اللذين اللتين هو هي هم هن نحن انا انت ان او ام لا لم لن \
ما ماذا متي اين كيف كم لماذا هل قد كان كانت يكون تكون كل بعض غير بين حتي اذا اذ ثم و ف ب ل ك لكن بل منذ عند عندما حيث كما بعد \
قبل خلال اي ايه ايا به بها له لها لهم فيه فيها منه منها عنه عنها عليه عليها اليه اليها وهو وهي وان ولا وما ومن وفي وعلي والي \
وقد وكان وكانت مما ممن انه انها بان لان ليس ليست سوف ايضا ذات هناك هنا مثل دون نحو";
const CHINESE: &str = "的 了 和 是 在 有 与 及 或 对 等 为 以 从 到 由 于 之 而 但 并 其 这 那 此 该 各 每 也 都 就 不 被 把 将 向 \
上 中 下 个 们 我 你 他 她 它 我们 你们 他们 她们 它们 什么 哪 哪些 哪个 谁 怎么 怎样 如何 多少 几 吗 呢 吧 啊 以及 因为 所以 如果 \
但是 而且 或者 并且 这个 那个 这些 那些 这种 一个 一种 是否 可以 已经 还 又 很 最 所 着 过 得 地 为什么 何 何时 其中 关于 对于 通过 \
根据 之间 之一 一些 没有 会 能 可 要 使 让 给 用";

/// The languages that have a list, Latin ones first.
pub(crate) const LANGUAGES: [&str; 6] = ["en", "es", "fr", "ru", "ar", "zh"];

/// The stop words of the six languages, ready to be looked up.
pub(crate) struct StopWords {
    lists: [std::collections::HashSet<&'static str>; 6],
}

impl Default for StopWords {
    fn default() -> Self {
        let list = |words: &'static str| words.split_whitespace().collect();
        Self { lists: [ENGLISH, SPANISH, FRENCH, RUSSIAN, ARABIC, CHINESE].map(list) }
    }
}

impl StopWords {
    /// Whether the exact form `word` says nothing in `language`; for a language without a list, in English.
    pub(crate) fn has(&self, language: &str, word: &str) -> bool {
        let tag = language.split('-').next().unwrap_or_default();
        let index = LANGUAGES.iter().position(|known| *known == tag).unwrap_or(0);
        self.lists[index].contains(word)
    }
    /// Whether it says nothing in a language written in these letters, whatever the text's language.
    pub(crate) fn has_script(&self, script: super::Script, language: &str, word: &str) -> bool {
        match script {
            super::Script::Latin => self.has(language, word),
            super::Script::Cyrillic => self.lists[3].contains(word),
            super::Script::Arabic => self.lists[4].contains(word),
            super::Script::Han => self.lists[5].contains(word),
            super::Script::Number | super::Script::Other => false,
        }
    }
}
