# جميع كلمات الواجهة بالترتيب الذي يصادفها به القارئ. المفاتيح والمتغيرات هي نفسها في الملف الإنكليزي.

## حول كل صفحة
name = Plenum
skip-to-text = انتقل إلى النص
rooms = القاعات
room-library = المكتبة
room-processes = العمليات
room-help = كيف تبحث
room-upload = إضافة وثيقة
room-status = حالة الخدمة
room-api = للبرامج
preferences = اللغة والمظهر
interface-language = لغة الموقع
theme = المظهر
theme-system = كجهازي
theme-light = فاتح
theme-dark = داكن
search-label = ابحث عن كلمات أو رموز أو صيغ متفق عليها
search-placeholder = كلمات، ”عبارة“، رمز وثيقة
search-go = ابحث
foot-promise = كل سطر هنا يفتح الفقرة التي يستند إليها.
foot-links = صفحات أخرى
as-atom = تابع هذه القائمة (Atom)
as-json = هذه الصفحة بصيغة JSON
to-first-page = الصفحة الأولى

## الصفحة الأولى
home-title = ماذا قيل، وعلامَ اتُّفق، وأين
home-lede = وثائق المفاوضات المتعددة الأطراف، فقرةً فقرة: اعثر على الكلمات، واعرف صفتها، وتتبّعها من المشروع إلى الاعتماد، واستشهد بها برقمها.
home-try = جرّب:
example-words = دعم الوفود الصغيرة
example-phrase = "بناء القدرات"
example-symbol = A/80/257
newest = أحدث الوثائق
all-documents = جميع الوثائق
empty-title = المكتبة فارغة
empty-what = لم تُضف أي وثيقة بعد. يبدأ البحث والقراءة مع أول وثيقة.
empty-import = أضف مجلد ملفات من سطر الأوامر:
empty-upload = أو أضف ملفاً واحداً عبر هذه الصفحة:
documents =
    { $n ->
        [zero] لا وثائق
        [one] وثيقة واحدة
        [two] وثيقتان
        [few] { $n } وثائق
        [many] { $n } وثيقة
       *[other] { $n } وثيقة
    }
paragraphs =
    { $n ->
        [zero] لا فقرات
        [one] فقرة واحدة
        [two] فقرتان
        [few] { $n } فقرات
        [many] { $n } فقرة
       *[other] { $n } فقرة
    }
languages =
    { $n ->
        [zero] لا لغات
        [one] لغة واحدة
        [two] لغتان
        [few] { $n } لغات
        [many] { $n } لغة
       *[other] { $n } لغة
    }
date-unknown = التاريخ غير معروف
no-text-yet = النص غير متاح بعد
goes-on = حتى اليوم

## المكتبة
library-none = لا توجد وثيقة تطابق هذه المرشحات. أزل أحدها لترى المزيد.
filters = المرشحات
filters-chosen = المرشحات المختارة
filter-remove = إزالة هذا المرشح
field-standing = الصفة
field-process = العملية
field-actor = المتكلم
field-group = مجموعة الدول
field-kind = النوع
field-language = اللغة
field-year = السنة
field-symbol = الرمز
order = الترتيب
order-best = الأنسب أولاً
order-oldest = الأقدم أولاً
order-newest = الأحدث أولاً
found-all =
    { $n ->
        [zero] لا فقرة تتضمن جميع الكلمات
        [one] فقرة واحدة تتضمن جميع الكلمات
        [two] فقرتان تتضمنان جميع الكلمات
        [few] { $n } فقرات تتضمن جميع الكلمات
        [many] { $n } فقرة تتضمن جميع الكلمات
       *[other] { $n } فقرة تتضمن جميع الكلمات
    }
found-any =
    { $n ->
        [zero] لا فقرة تتضمن أياً من الكلمات
        [one] لا فقرة تتضمن جميع الكلمات؛ وفقرة واحدة تتضمن بعضها
        [two] لا فقرة تتضمن جميع الكلمات؛ وفقرتان تتضمنان بعضها
        [few] لا فقرة تتضمن جميع الكلمات؛ و{ $n } فقرات تتضمن بعضها
        [many] لا فقرة تتضمن جميع الكلمات؛ و{ $n } فقرة تتضمن بعضها
       *[other] لا فقرة تتضمن جميع الكلمات؛ و{ $n } فقرة تتضمن بعضها
    }
found-phrase =
    { $n ->
        [zero] لا فقرة تتضمن هذه الكلمات بنصها
        [one] فقرة واحدة تتضمن هذه الكلمات بنصها
        [two] فقرتان تتضمنان هذه الكلمات بنصها
        [few] { $n } فقرات تتضمن هذه الكلمات بنصها
        [many] { $n } فقرة تتضمن هذه الكلمات بنصها
       *[other] { $n } فقرة تتضمن هذه الكلمات بنصها
    }
found-filters =
    { $n ->
        [zero] لا فقرة تطابق المرشحات
        [one] فقرة واحدة تطابق المرشحات
        [two] فقرتان تطابقان المرشحات
        [few] { $n } فقرات تطابق المرشحات
        [many] { $n } فقرة تطابق المرشحات
       *[other] { $n } فقرة تطابق المرشحات
    }
found-meaning =
    { $n ->
        [zero] لا فقرة تتضمن هذه الكلمات ولا ما يقرب منها في المعنى
        [one] لا فقرة تتضمن هذه الكلمات؛ وفقرة واحدة قريبة في المعنى
        [two] لا فقرة تتضمن هذه الكلمات؛ وفقرتان قريبتان في المعنى
        [few] لا فقرة تتضمن هذه الكلمات؛ و{ $n } فقرات قريبة في المعنى
        [many] لا فقرة تتضمن هذه الكلمات؛ و{ $n } فقرة قريبة في المعنى
       *[other] لا فقرة تتضمن هذه الكلمات؛ و{ $n } فقرة قريبة في المعنى
    }
found-filtered-heading = فقرات مرشحة
found-none = لم يُعثر على شيء.
found-none-fewer = جرّب كلمات أقل، أو كلمات أخرى بالمعنى نفسه.
found-none-filters = أزل أحد المرشحات.
all-n-found =
    { $n ->
        [zero] لا فقرات
        [one] اعرض الفقرة الوحيدة
        [two] اعرض الفقرتين
        [few] اعرض الفقرات جميعها، وعددها { $n }
        [many] اعرض الفقرات جميعها، وعددها { $n }
       *[other] اعرض الفقرات جميعها، وعددها { $n }
    }
jump = انتقل إلى
by-meaning = قريب في المعنى
meaning-ready = يمكن العثور على كل فقرة بمعناها أيضاً
meaning-following = يمكن العثور على { $n } في المائة من الفقرات بمعناها أيضاً؛ والبقية تتبع
meaning-absent = البحث بالمعنى غير مثبت هنا: يجري البحث في الكلمات وحدها.
agreed-question = هل هذه صيغة متفق عليها؟
agreed-yes =
    { $n ->
        [zero] لا: لا ترد هذه الكلمات بنصها في نص معتمد.
        [one] نعم: ترد هذه الكلمات بنصها في فقرة واحدة من نص معتمد، من مجموع { $total }.
        [two] نعم: ترد هذه الكلمات بنصها في فقرتين من نصوص معتمدة، من مجموع { $total }.
        [few] نعم: ترد هذه الكلمات بنصها في { $n } فقرات من نصوص معتمدة، من مجموع { $total }.
        [many] نعم: ترد هذه الكلمات بنصها في { $n } فقرة من نصوص معتمدة، من مجموع { $total }.
       *[other] نعم: ترد هذه الكلمات بنصها في { $n } فقرة من نصوص معتمدة، من مجموع { $total }.
    }
agreed-not-adopted =
    { $n ->
        [zero] لا، بحسب هذه المكتبة: لا ترد هذه الكلمات بنصها في أي مكان.
        [one] لا، بحسب هذه المكتبة: ترد هذه الكلمات بنصها في فقرة واحدة ليست من نص معتمد.
        [two] لا، بحسب هذه المكتبة: ترد هذه الكلمات بنصها في فقرتين ليستا من نص معتمد.
        [few] لا، بحسب هذه المكتبة: ترد هذه الكلمات بنصها في { $n } فقرات ليس أي منها من نص معتمد.
        [many] لا، بحسب هذه المكتبة: ترد هذه الكلمات بنصها في { $n } فقرة ليس أي منها من نص معتمد.
       *[other] لا، بحسب هذه المكتبة: ترد هذه الكلمات بنصها في { $n } فقرة ليس أي منها من نص معتمد.
    }
agreed-nowhere = لا، بحسب هذه المكتبة: لا ترد هذه الكلمات بنصها في أي مكان منها.
agreed-first = أول استعمال
agreed-first-adopted = أول اعتماد
paging = صفحات القائمة
paging-previous = السابق
paging-next = التالي
paging-sentence = من { $from } إلى { $until }، من أصل { $n }

## الصفة والنوع واللغة
standing-adopted = معتمد
standing-chair = نص الرئيس
standing-official = ورقة رسمية
standing-statement = بيان
standing-commentary = تعليق
standing-machine = من إنتاج آلي
standing-adopted-meaning = اعتمدت هيئةٌ هذه الكلمات: قرار، مقرر، تقرير بتوافق الآراء، معاهدة.
standing-chair-meaning = كلمات الرئيس أو الميسّرين المشاركين: مشروع مطروح، أو موجز على مسؤوليتهم الخاصة.
standing-official-meaning = ورقة رسمية لم يعتمدها أحد: تقرير للأمين العام، ميزانية، مذكرة.
standing-statement-meaning = كلمات المتكلم نفسه: دولة أو مجموعة أو منظمة.
standing-commentary-meaning = ما كتبه آخرون عنه: نشرة إخبارية أو تحليل.
standing-machine-meaning = من إنتاج آلة ولم يؤكده إنسان بعد.
kind-resolution = قرار أو مقرر
kind-report = تقرير
kind-treaty = معاهدة
kind-draft = مشروع
kind-statement = بيان
kind-paper = ورقة عمل
kind-article = مقالة
language-ar = العربية
language-zh = الصينية
language-en = الإنكليزية
language-fr = الفرنسية
language-ru = الروسية
language-es = الإسبانية
language-unknown = لغة غير معروفة

## الوثيقة
about-document = عن هذه الوثيقة
contents = المحتويات
parts = الأجزاء
versions = صيغ هذا النص
languages-title = اللغات
speaker = المتكلم
issuer = جهة الإصدار
process = العملية
meeting = الدورة أو الجلسة
files = الملفات
file-original = كما ورد:
source-title = المصدر
reading = القراءة
older-reading = هذه قراءة أقدم للوثيقة.
to-current-reading = افتح القراءة الحالية
page-number = الصفحة { $n }
this-paragraph = افتح هذه الفقرة
table = جدول
cited-by =
    { $n ->
        [zero] لم يُشر إليها
        [one] أُشير إليها مرة واحدة
        [two] أُشير إليها مرتين
        [few] أُشير إليها { $n } مرات
        [many] أُشير إليها { $n } مرة
       *[other] أُشير إليها { $n } مرة
    }
earlier-words = الصيغة السابقة:
document-no-text = لا يُعرف هنا سوى رمز هذه الوثيقة؛ ولم يُضف نصها.
document-no-text-remedy = يمكن لمن لديه الملف أن يضيفه:
names = الوثائق المذكورة فيها
named-by = من يشير إليها
named-by-none = لا فقرة في هذه المكتبة تشير إليها.
named-by-total =
    { $n ->
        [zero] لا إشارات
        [one] إشارة واحدة في المجموع
        [two] إشارتان في المجموع
        [few] { $n } إشارات في المجموع
        [many] { $n } إشارة في المجموع
       *[other] { $n } إشارة في المجموع
    }
not-kept = ليست في هذه المكتبة
times =
    { $n ->
        [zero] لم تُذكر
        [one] مرة واحدة
        [two] مرتان
        [few] { $n } مرات
        [many] { $n } مرة
       *[other] { $n } مرة
    }
troubles =
    { $n ->
        [zero] لا مواضع ملتبسة في الملف
        [one] تعذرت قراءة موضع واحد في الملف بيقين
        [two] تعذرت قراءة موضعين في الملف بيقين
        [few] تعذرت قراءة { $n } مواضع في الملف بيقين
        [many] تعذرت قراءة { $n } موضعاً في الملف بيقين
       *[other] تعذرت قراءة { $n } موضع في الملف بيقين
    }
troubles-title = ما تعذرت قراءته بيقين
troubles-none = لا شيء ملتبس في الملف.

## الفقرة
paragraph-numbered = الفقرة { $name }
paragraph-unnumbered = فقرة بلا رقم
neighbours = الفقرات المجاورة
before = قبلها
after = بعدها
in-document = في الوثيقة
cite = الاستشهاد
copy-text = انسخ النص
copy-markdown = انسخ بصيغة Markdown
copy-link = انسخ الرابط
copied = تم النسخ.
cite-show = اعرض الاستشهاد
as-text = النص
as-link = الرابط
other-languages = باللغات الأخرى
original = الأصل
earlier-title = الصيغة السابقة
later-title = الصيغة اللاحقة
change-unchanged = الكلمات نفسها
change-moved = نُقلت
change-reworded = أعيدت صياغتها
change-added = أُضيفت
change-removed = حُذفت
# Said to those who hear the page, around words removed and added.
words-added = أُضيف:
words-removed = حُذف:
words-end = نهاية

## العمليات
processes-lede = أعمال الهيئات المنشأة بولاية، وما سبقها وما تلاها.
processes-none = لم توصف أي عملية بعد. استورد حزمة معارف للبدء.
mandate = أُنشئت بموجب
chair = الرئيس
decides-by = طريقة اتخاذ القرار
carries-on = تواصل عمل
carried-on-by = تواصل عملَها
source = المصدر:
unconfirmed = غير مؤكد
unconfirmed-facts = غير مؤكد: لا توجد صفحة يمكن فتحها تبيّن هذه الوقائع.
documents-title = الوثائق
process-no-documents = لا توجد في المكتبة بعدُ أي وثيقة لهذه العملية.
all-n-documents =
    { $n ->
        [zero] لا وثائق
        [one] اعرض الوثيقة الوحيدة
        [two] اعرض الوثيقتين
        [few] اعرض الوثائق جميعها، وعددها { $n }
        [many] اعرض الوثائق جميعها، وعددها { $n }
       *[other] اعرض الوثائق جميعها، وعددها { $n }
    }
sessions = الدورات

## إضافة وثيقة
token-lede = إضافة الوثائق لمن يدير هذه المكتبة.
token = رمز المدير السري
token-wrong = هذا ليس الرمز السري الصحيح. انسخه من جديد بلا فراغات.
token-go = تابع
token-where = ظهر الرمز السري عند أول تشغيل للخادم، وهو محفوظ في مجلد بياناته.
upload-lede = اختر ملفاً. سترى ما قُرئ منه قبل نشر أي شيء.
upload-file = الملف
upload-drop = أفلت ملفاً هنا، أو اختر ملفاً.
upload-formats = ملفات PDF و Word (DOCX) و HTML والنصوص و Markdown و Akoma Ntoso XML و WordPress JSON.
upload-limit = بحد أقصى { $n } ميغابايت.
upload-go = اقرأ الملف
upload-reading = تجري قراءة الملف.
upload-waiting = قُرئت ولم تُنشر بعد
reading-title = ما الذي قُرئ
reading-revises = سينشئ النشر قراءة جديدة للوثيقة
facts-title = الوثيقة
title = العنوان
date = التاريخ
none = لا شيء
publish = انشر
discard = تخلَّ عنه
as-read = كما قُرئ
reading-shown =
    { $n ->
        [zero] لا فقرات.
        [one] تُعرض فقرة واحدة ({ $shown }).
        [two] تُعرض أول { $shown } من فقرتين.
        [few] تُعرض أول { $shown } من { $n } فقرات.
        [many] تُعرض أول { $shown } من { $n } فقرة.
       *[other] تُعرض أول { $shown } من { $n } فقرة.
    }
original-open = افتح الأصل:

## حالة الخدمة
status-good = كل شيء يعمل.
status-findings = هناك ما يستدعي الانتباه:
status-documents = الوثائق
status-paragraphs = الفقرات
status-by-words = يُعثر عليها بالكلمات
status-by-meaning = يُعثر عليها بالمعنى
status-behind =
    { $n ->
        [zero] لا تغييرات تنتظر الفهرسة
        [one] تغيير واحد ينتظر الفهرسة
        [two] تغييران ينتظران الفهرسة
        [few] { $n } تغييرات تنتظر الفهرسة
        [many] { $n } تغييراً ينتظر الفهرسة
       *[other] { $n } تغيير ينتظر الفهرسة
    }
status-sizes = على القرص
status-index = الفهرس
status-database = قاعدة البيانات
status-version = الإصدار
status-running =
    { $n ->
        [zero] بدأ التشغيل للتو
        [one] يعمل منذ دقيقة واحدة
        [two] يعمل منذ دقيقتين
        [few] يعمل منذ { $n } دقائق
        [many] يعمل منذ { $n } دقيقة
       *[other] يعمل منذ { $n } دقيقة
    }

## للبرامج
api-lede = كل صفحة متاحة أيضاً بصيغة JSON على العنوان نفسه مع ‎.json في آخره. الوصف الكامل للبرامج:
api-required = مطلوب
api-try = جرّب:

## كيف تبحث
help-title = كيف تبحث
help-lede = اكتب ما تذكره بأي لغة من اللغات الست؛ وسيُعثر على الفقرات المكتوبة باللغات الأخرى أيضاً. وما يلي يفيد حين تكثر النتائج.
help-words = الفقرات التي تتضمن جميع هذه الكلمات بأي صيغة صرفية.
help-phrase = هذه الكلمات بنصها، الأقدم أولاً، مع صفتها: ”هل هذه صيغة متفق عليها؟“
help-without = باستثناء الكلمة التي تلي الواصلة.
help-symbol = الرمز يفتح الوثيقة؛ وإذا تلاه رقم فتح الفقرة.
help-in-symbol = في هذه الوثيقة فقط.
help-language = بهذه اللغة فقط: ar، zh، en، fr، ru، es.
help-year = من هذه السنة فقط.
help-standing-filter = بهذه الصفة فقط: adopted، chair، official، statement، commentary، machine.
help-standing = صفة النصوص
help-standing-lede = يبيّن كل نص ما له من وزن؛ والأثقل وزناً يأتي أولاً.
help-keys = المفاتيح
help-key-search = الانتقال إلى خانة البحث
help-key-arrows = التنقل بين الاقتراحات
help-key-escape = إغلاق الاقتراحات

## عند حدوث خلل
error-no-page = لا توجد صفحة هنا
error-no-page-why = قد يكون في العنوان خطأ، أو لم توجد الصفحة قط.
error-no-page-remedy = ابحث عما كنت تريده.
error-no-document = الوثيقة { $name } ليست في هذه المكتبة
error-no-document-why = لم يُضف ملف هذه الوثيقة، ولا تذكرها أي قائمة.
error-no-document-remedy = تحقق من الرمز كما طُبع، أو ابحث عنه: فقد تشير إليه وثائق أخرى.
error-no-paragraph = لا توجد في { $symbol } فقرة رقمها { $number }
error-no-paragraph-why = قد يكون الرقم في صيغة أخرى من الوثيقة أو في أحد مرفقاتها.
error-no-paragraph-remedy = افتح الوثيقة وانظر في محتوياتها.
error-not-understood = تعذر فهم الطلب
error-not-understood-remedy = صحّح ما ذُكر أعلاه وحاول من جديد.
error-not-allowed = هذا لا يفعله إلا من يدير هذه المكتبة
error-not-allowed-why = الرمز السري غير موجود أو لم يعد صالحاً.
error-not-allowed-remedy = أدخل الرمز السري من جديد.
error-too-large = الملف كبير جداً
error-too-large-why = تقبل هذه المكتبة ملفات لا تتجاوز { $n } ميغابايت. لم يُحفظ شيء.
error-too-large-remedy = قسّم الملف، أو اطلب ممن يدير المكتبة رفع الحد.
error-too-many = طلبات كثيرة جداً
error-too-many-why =
    { $n ->
        [zero] طلب عنوانك أكثر من حصته. حاول الآن من جديد.
        [one] طلب عنوانك أكثر من حصته. حاول من جديد بعد ثانية واحدة.
        [two] طلب عنوانك أكثر من حصته. حاول من جديد بعد ثانيتين.
        [few] طلب عنوانك أكثر من حصته. حاول من جديد بعد { $n } ثوانٍ.
        [many] طلب عنوانك أكثر من حصته. حاول من جديد بعد { $n } ثانية.
       *[other] طلب عنوانك أكثر من حصته. حاول من جديد بعد { $n } ثانية.
    }
error-too-many-remedy = يمكن للبرامج استعمال صفحات JSON بوتيرة أبطأ.
error-busy = المكتبة مشغولة
error-busy-why = هي قيد التشغيل، أو فيها من القراء أكثر مما تستطيع خدمته في آن واحد.
error-busy-remedy = حاول من جديد بعد دقيقة.
error-fault = حدث خلل من جانبنا
error-fault-why = سُجّل الخلل في السجل. ولم يُحفظ شيء مما أرسلته حفظاً منقوصاً.
error-fault-remedy = حاول من جديد؛ فإن تكرر الخلل فأبلغ من يدير المكتبة بالرقم أدناه.
log-number = الرقم في السجل:
