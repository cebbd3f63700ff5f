# Actors, groups, votes.

room-actors = الجهات الفاعلة
actors-lede = الدول ومجموعات الدول والمنظمات: ما هي كل جهة، وماذا قالت، وكيف صوّتت.
actors-none = لا توجد جهات مسجلة بعد. تأتي مع حزم البيانات.
actors-other-states = دول أخرى
actor-state = دولة
actors-state = الدول الأعضاء
actor-former-state = عضو سابق أو مقعد سابق
actors-former-state = أعضاء ومقاعد سابقة
actor-observer = مراقب
actors-observer = المراقبون
actor-group = مجموعة دول
actors-group = مجموعات الدول
actor-organisation = منظمة
actors-organisation = المنظمات
actor-person = شخص
actors-person = الأشخاص
on-this-page = في هذه الصفحة
actor-also = يُسمى أيضا:
actor-compare = مقارنة مع جهات أخرى
actor-documents = البيانات والوثائق
actor-no-documents = لا توجد نصوص لهذه الجهة بعد.
actor-groups = المجموعات
members-title = الأعضاء
members-not-told = لا ترد أسماء أعضائها في حزم المعارف: ولا يُحسبون هنا في أي شيء.
members-n =
    { $n ->
        [zero] لا أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $n } أعضاء
        [many] { $n } عضوا
       *[other] { $n } عضو
    }
actor-votes = التصويت
actor-code = الرمز
votes-newest = أحدث عمليات التصويت المسجل
agreement-title = توافق التصويت عبر الزمن
agreement-about = يُحسب التوافق على عمليات التصويت التي شارك فيها الطرفان: التصويت نفسه يساوي 1، والامتناع مقابل تأييد أو معارضة يساوي نصفا، والتأييد مقابل المعارضة يساوي 0. ولا يُحسب الغياب. وداخل المجموعات وفيما بينها لكل زوج من الأعضاء الوزن نفسه. وتُحسب الأصوات كما أُدلي بها لا كما صُححت لاحقا. وتُرسم الأعوام التي تقل عمليات التصويت فيها عن عشر نقاطا.
agreement-closest = الأقرب في التصويت
agreement-farthest = الأبعد في التصويت
agreement-years = المقارنة للأعوام من { $from } إلى { $until } مع من يشترك معه في خمسين تصويتا على الأقل.
agreement-everybody = جميع الآخرين
agreement-within = داخل: { $name }
agreement-with-others = التوافق مع الآخرين
agreement-among = التوافق بين الأعضاء
compare-title = مقارنة حتى ثلاث جهات
compare-lede = اختر دولا أو مجموعات: مجموعاتها وأقوالها ومدى تشابه تصويتها.
compare-nth = الجهة { $n }
compare-go = قارن
compare-unknown = غير معروف هنا:
compare-kind = ما هي
compare-members = الأعضاء اليوم
compare-no-votes = لا توجد أصوات مسجلة.
compare-nothing = لا يوجد تصويت مشترك بينها.
pairs-compared =
    { $n ->
        [zero] لا أزواج من الأصوات
        [one] زوج واحد من الأصوات
        [two] زوجان من الأصوات
        [few] { $n } أزواج من الأصوات
        [many] { $n } زوجا من الأصوات
       *[other] { $n } زوج من الأصوات
    }
votes-title = عمليات التصويت المسجل
votes-lede = عمليات التصويت بنداء الأسماء، الأحدث أولا: النتيجة وتصويت كل دولة على خريطة مربعات وتصويت المجموعات.
votes-none = لا توجد عمليات تصويت مسجلة بعد.
votes-import = أضف مجموعة من عمليات التصويت من سطر الأوامر:
votes-none-here = لا يوجد تصويت مطابق. اختر عاما أو موضوعا آخر.
votes-issues = المواضيع
votes-all-issues = كل المواضيع
votes-years = الأعوام
votes-all-years = كل الأعوام
roll-calls =
    { $n ->
        [zero] لا عمليات تصويت
        [one] عملية تصويت واحدة
        [two] عمليتا تصويت
        [few] { $n } عمليات تصويت
        [many] { $n } عملية تصويت
       *[other] { $n } عملية تصويت
    }
votes-cast =
    { $n ->
        [zero] لا أصوات
        [one] صوت واحد
        [two] صوتان
        [few] { $n } أصوات
        [many] { $n } صوتا
       *[other] { $n } صوت
    }
votes-sentence = مؤيد: { $yes }، معارض: { $no }، ممتنع: { $abstain }
vote = الصوت
vote-yes = مؤيد
vote-no = معارض
vote-abstain = ممتنع
vote-absent = غائب أو غير مصوّت
vote-none = لا صوت مسجل
vote-result = النتيجة
vote-adopted = اعتُمد
vote-rejected = لم يُعتمد
voted-text = النص المطروح للتصويت
voted-on-whole = على النص بأكمله أو على اقتراح
voted-on-paragraph = على فقرة أو بعض الكلمات
voted-on-amendment = على تعديل
vote-changes = ملاحظات لاحقة
vote-changes-about = أبلغت هذه الوفود الأمانة العامة لاحقا بما كانت تنوي التصويت به. ولا تتغير النتيجة.
vote-map = كيف صوّتت كل دولة
vote-map-about = مربع واحد لكل دولة، مرتبة بحسب المجموعة الإقليمية، ولا تُرسم حدود. + مؤيد، − معارض، ○ ممتنع، × غائب أو غير مصوّت؛ والمربع الباهت بلا علامة: لا صوت مسجل لغياب أو عدم تصويت أو لعدم العضوية آنذاك.
vote-unplaced = محسوبة، لكن أصحابها غير معروفين هنا:
vote-groups = كيف صوّتت المجموعات
vote-table = كل الأصوات في جدول
session-n = الدورة { $name }
trend-about = القيم نفسها واردة في الجدول أدناه.
trend-table = جدول القيم
percent = { $n }٪
debate-order = بحسب الاسم؛ لا يذكر السجل ترتيب المتكلمين
debate-actor = المجموعات والأصوات والأقوال
debate-statements =
    { $n ->
        [zero] لا بيانات
        [one] بيان واحد
        [two] بيانان
        [few] { $n } بيانات
        [many] { $n } بيانا
       *[other] { $n } بيان
    }
