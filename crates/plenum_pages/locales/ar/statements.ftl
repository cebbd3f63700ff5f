
# Transcripts, statements, positions.
meetings = الجلسات
meetings-lede = من قال ماذا، جلسةً بعد جلسة. تُظهر الجلسات ذات المحاضر كل بيان بترتيب الكلام، غير مؤكد إلى أن يؤكده محرِّر؛ وتُعرف سائر الجلسات بالبيانات التي تسميها سجلاتها.
meetings-none = لا توجد أي جلسة بعد. يُضاف المحضر من سطر الأوامر:
meetings-none-here = لا توجد جلسة مطابقة. اختر عملية أخرى أو سنة أخرى أو نوعاً آخر.
meetings-kinds = أنواع الجلسات
meetings-all = جميع الجلسات
meetings-transcribed = ذات محضر
meetings-named = مذكورة في البيانات
meeting-named = تسميها سجلات البيانات
speaking-order = ترتيب المتكلمين
statement = البيان
statements = البيانات
statements-none = تعذّر تمييز أي بيان في المحضر.
transcript = المحضر
recording = التسجيل
statistics = من تكلم وكم تكلم
statistics-none = لم يُحسب شيء بعد: لم يؤكَّد أي بيان.
speaker-unnamed = متكلم لم يُذكر اسمه
speaks-for = باسم
printed-as = ورد بصيغة
answers = رد على
answered-by = رد عليه
answers-unknown = لم يُسجَّل ما يرد عليه
first-proposal = اقتراح لأول مرة
first-proposals-title = ما اقتُرح لأول مرة
replies-title = حقوق الرد
words-in-all = الكلمات
time-in-all = المدة
unconfirmed-what = استخلصته آلة، ولا يُحسب إلى أن يؤكده محرِّر.
review-go = المراجعة والتأكيد
review-title = مراجعة البيانات
review-lede = صحّح ما استخلصته الآلة ثم أكّده. ويُحفظ كل تغيير مع وقته وصاحبه.
review-no-actor = لا جهة بهذا الاسم المختصر. اختر من القائمة.
review-no-earlier = الرد يكون على بيان سابق في هذه الجلسة: اذكر رقمه.
save-and-confirm = حفظ وتأكيد
save-unconfirmed = حفظ من دون تأكيد
mode = الصفة
mode-formal = رسمية
mode-informal = غير رسمية
field-answers = يرد على البيان رقم
said-statement = بيان
said-reply = حق الرد
said-explanation = تعليل الموقف
said-joint = بيان مشترك
said-chair = كلام الرئاسة
gender-woman = امرأة
gender-man = رجل
gender-other = مذكور خلاف ذلك
gender-as-stated = النوع كما ذُكر:
gender-not-stated = النوع غير مذكور
in-meeting = في الجلسة
about-statement = عن هذا البيان
statement-gone = لم يعد هذا البيان بصيغته هذه في المحضر المصحَّح.
history = ما غيّره المحررون
fact-actor = المتكلم
fact-speaks-for = يتكلم باسم
fact-kind = النوع
fact-answers = يرد على
fact-confirmed = مؤكَّد
fact-gender = النوع كما ذُكر
yes = نعم
no = لا
bars-what = شريط لكلٍّ منها بطول عدد كلماته؛ وفي الجدول أدناه كل القيم.
bars-cut = لا يُرسم إلا أطولها؛ وفي الجدول جميعها.
bars-table = القيم في جدول
bars-source = محسوب من بيانات أكدها محرِّر.
bars-by-actor = الكلمات بحسب المتكلم
bars-by-group = الكلمات بحسب مجموعة الدول؛ وتُحسب الدولة في كل مجموعة من مجموعاتها
bars-by-voice = الكلمات باسم المجموعات
positions = المواقف
positions-lede = موقف كل جهة من كل مسألة. كل خانة اقتباس وضعه محرِّر، ويفتح الفقرة التي يستند إليها.
positions-none = لم يوضع أي اقتباس بعد.
positions-none-on = لا يوجد أي اقتباس بشأن:
issue = المسألة
stance = الاتجاه
stance-supports = يؤيد
stance-opposes = يعارض
stance-proposes = يقترح
stance-conditions = يشترط
stance-no-position = لم يبيّن موقفه
relation-agree = متفقان
relation-disagree = مختلفان
pairs-title = أوجه الاتفاق والاختلاف
positions-history = كل ما وُضع
withdrawn = سُحب
withdraw = سحب
positions-edit = وضع اقتباسات
place-title = وضع اقتباس
place-lede = اختر المسألة والجهة؛ يقترح البرنامج فقرات، لكن كل اقتباس يضعه شخص.
place-address = عنوان الفقرة
place-words = الكلمات المقتبسة حرفياً؛ اتركها فارغة للفقرة كلها
place-go = وضع
candidates-go = اقتراح فقرات
candidates-title = فقرات قد تقول ذلك
candidates-none = لم يُعثر على أي فقرة لهذه الجهة.
candidate-take = اختيار هذه
issue-add = إضافة مسألة
issue-add-note = تأتي مسائل العملية من الحزم؛ وما تضيفه هنا يُحفظ منفصلاً عنها ويُصدَّر معها.
issues-entered = أُضيف هنا حتى الآن:
issue-slug = اسم مختصر: حروف لاتينية وأرقام وواصلات
issue-label = بالكلمات
add = إضافة
pair-title = وضع اقتباسين جنباً إلى جنب
pair-one = رقم الاقتباس
pair-other = رقم الاقتباس الآخر
pair-relation = العلاقة بينهما
place-no-issue = ليس لهذه العملية مسألة كهذه. أضفها أولاً.
place-told-issue = تتضمن إحدى الحزم مسألة بهذا الاسم المختصر: اخترها من القائمة.
place-no-actor = لا جهة بهذا الاسم المختصر.
place-no-paragraph = لا فقرة بهذا العنوان. انسخه من صفحة الفقرة.
place-not-its-words = ليست هذه الكلمات في تلك الفقرة. انسخها حرفياً.
place-no-pair = يلزم اقتباسان مختلفان قائمان هنا. اذكر رقميهما.
place-not-understood = ينقص شيء أو ليس على ما يجب. راجع النموذج.
sure-percent = بثقة { $n } ٪
meetings-n =
    { $n ->
        [zero] لا جلسات
        [one] جلسة واحدة
        [two] جلستان
        [few] { $n } جلسات
        [many] { $n } جلسة
       *[other] { $n } جلسة
    }
statements-n =
    { $n ->
        [zero] لا بيانات
        [one] بيان واحد
        [two] بيانان
        [few] { $n } بيانات
        [many] { $n } بياناً
       *[other] { $n } بيان
    }
confirmed-n =
    { $n ->
        [zero] لا مؤكَّد منها
        [one] واحد مؤكَّد
        [two] اثنان مؤكَّدان
        [few] { $n } مؤكَّدة
        [many] { $n } مؤكَّداً
       *[other] { $n } مؤكَّد
    }
unconfirmed-n =
    { $n ->
        [zero] لا بيانات غير مؤكدة.
        [one] بيان واحد غير مؤكد.
        [two] بيانان غير مؤكدين.
        [few] { $n } بيانات غير مؤكدة.
        [many] { $n } بياناً غير مؤكد.
       *[other] { $n } بيان غير مؤكد.
    }
words-n =
    { $n ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $n } كلمات
        [many] { $n } كلمة
       *[other] { $n } كلمة
    }
counted-n =
    { $n ->
        [zero] لا تُحسب أي بيانات.
        [one] يُحسب بيان مؤكَّد واحد.
        [two] يُحسب بيانان مؤكَّدان.
        [few] تُحسب { $n } بيانات مؤكَّدة.
        [many] يُحسب { $n } بياناً مؤكَّداً.
       *[other] يُحسب { $n } بيان مؤكَّد.
    }
left-out-n =
    { $n ->
        [zero] لم يُستبعد أي بيان.
        [one] استُبعد بيان واحد غير مؤكد.
        [two] استُبعد بيانان غير مؤكدين.
        [few] استُبعدت { $n } بيانات غير مؤكدة.
        [many] استُبعد { $n } بياناً غير مؤكد.
       *[other] استُبعد { $n } بيان غير مؤكد.
    }
timed-n =
    { $n ->
        [zero] غير معروفة
        [one] معروفة لبيان واحد
        [two] معروفة لبيانين
        [few] معروفة لـ{ $n } بيانات
        [many] معروفة لـ{ $n } بياناً
       *[other] معروفة لـ{ $n } بيان
    }
confirm-all-n =
    { $n ->
        [zero] لا بيانات لتأكيدها
        [one] تأكيد البيان الوحيد المعروف متكلمه
        [two] تأكيد البيانين المعروف متكلماهما
        [few] تأكيد { $n } بيانات معروف متكلمها
        [many] تأكيد { $n } بياناً معروف متكلمه
       *[other] تأكيد { $n } بيان معروف متكلمه
    }
