

all-processes = كل العمليات
all-years = كل السنوات
stands-today = الوضع اليوم
reached-last = آخر ما تحقق
comes-next = ما يلي:
mandate-ends = نهاية الولاية أو استعراضها
timeline = التسلسل الزمني
timeline-desc = نقاط مرقّمة على خط الزمن؛ كل رقم يقود إلى البند نفسه في القائمة أدناه، ومعه مصدره.
handover = عائلات العمليات وكيف تتسلّم الواحدة من الأخرى
handover-desc = شريط لكل عملية من بدايتها إلى نهايتها، وخط من كل عملية إلى التي تواصل عملها. القائمة أدناه تقول الشيء نفسه بالكلمات.
handover-source = المصدر: صفحات العمليات، وكل تاريخ فيها بمصدره.
figures = أرقام ووقائع
instruments = الأدوات
instruments-lede = ما أنشأته العمليات لكي تستخدمه الدول: دليل، بوابة، صندوق.
works-since = يعمل منذ
issues = المسائل
labels-norms = القواعد
labels-measures = تدابير بناء الثقة
labels-principles = مبادئ بناء القدرات
labels-note = عناوين بكلماتنا؛ الصيغة الملزمة في الوثيقة.
crosswalks = جداول المقابلة
crosswalk-yes = يقابله
neighbouring-processes = عمليات مجاورة
glossary = مسرد المصطلحات
glossary-lede = كلمات المهنة، مشروحة بكلماتنا.
claims-title = سجل الأقوال
claims-lede = كل رقم وكل تاريخ قول له مصدر. ما يتناقض منها يقف جنباً إلى جنب.
claims-rule = يُعرض المؤكد قبل غير المؤكد؛ وفي السلاسل الأحدث، وفي غيرها ما لمصدره أعلى صفة ثم الأحدث.
claims-hollow = الدائرة المفرغة حد أدنى أو تقدير؛ والمصدر بجانب كل قيمة في الجدول.
series-values = القيم ومصادرها
claim-value = القيمة
claim-source = المصدر
claim-entered = أدخله
claim-is-shown = المعروض
claim-disputed = مصادر أخرى تخالفه
claim-paragraph = الفقرة في
claim-not-found = الوثيقة هنا، ولكن لا فقرة فيها تحمل هذه الكلمات
claim-counted-by = العدّ بحسب
claim-added = أضيف
claim-changed = عُدّل
claim-confirmed = أُكّد
claim-withdrawn = سُحب
claim-confirm = تأكيد
claim-withdraw = سحب
claim-enter = إضافة قول
claim-words = كلمات في الفقرة تُظهر القيمة
claim-author = اسمك
claim-edit = تحرير (للمدير)
claims-history = ما جرى لهذه الأقوال
claim-wrong-empty = القيمة والمصدر والاسم لازمة.
claim-wrong-date = هذا ليس تاريخاً: اكتب 2025 أو 2025-07 أو 2025-07-11.
claim-wrong-document = هذا ليس رمز وثيقة.
claim-wrong-words = الكلمات لا تُظهر القيمة، أو لم تُذكر الوثيقة التي تحملها.
claims-count =
    { $n ->
        [zero] لا أقوال
        [one] قول واحد
        [two] قولان
        [few] { $n } أقوال
        [many] { $n } قولاً
       *[other] { $n } قول
    }
quotations-count =
    { $n ->
        [zero] لا اقتباسات
        [one] اقتباس واحد
        [two] اقتباسان
        [few] { $n } اقتباسات
        [many] { $n } اقتباساً
       *[other] { $n } اقتباس
    }
claims-disagree =
    { $n ->
        [zero] لا خلاف
        [one] قول واحد مخالف
        [two] قولان متناقضان
        [few] { $n } أقوال متناقضة
        [many] { $n } قولاً متناقضاً
       *[other] { $n } قول متناقض
    }
