//! Labels in Arabic: a sample, to hold the layout from right to left. What is not said here is said in English.

use chrono::Weekday;

use super::en::EN;
use super::{CountLabels, DateLabels, Labels, Ui};
use crate::pages::say::Phrases;

const MONTHS: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

const WEEKDAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];

pub const AR: Labels = Labels {
    language: "ar",
    direction: "rtl",
    months: MONTHS,
    months_short: MONTHS,
    weekdays_short: ["اثن", "ثلا", "أرب", "خمي", "جمع", "سبت", "أحد"],
    first_weekday: Weekday::Sat,
    plural: |n| match (n, n % 100) {
        (1, _) => 0,
        (2, _) => 1,
        (_, 3..=10) => 2,
        _ => 3,
    },
    say: Phrases {
        months_with_day: MONTHS,
        weekdays: WEEKDAYS,
        by: "بحلول {}",
        since: "منذ {}",
        about: "نحو {}",
        year_unknown: "{}، السنة غير معروفة",
        kinds: ["مخطط", "محتمل", "خبر", "تصريح", "ادعاء", "خلفية"],
        confidence: ["منخفضة", "متوسطة", "عالية"],
        sure: ["ثقة منخفضة", "ثقة متوسطة", "ثقة عالية"],
        ..EN.say
    },
    other: "أخرى",
    dates: DateLabels {
        undated: "بلا تاريخ",
        by: "بحلول {}",
        since: "منذ {}",
        about: "نحو {}",
        week: "أسبوع {}",
        year_not_stated: "{}، السنة؟",
    },
    counts: CountLabels {
        events: &["حدث", "حدثان", "أحداث", "حدثا"],
        sources: &["مصدر", "مصدران", "مصادر", "مصدرا"],
        themes: &["موضوع", "موضوعان", "مواضيع", "موضوعا"],
        days: &["يوم", "يومان", "أيام", "يوما"],
        ahead: &["موعد قادم", "موعدان قادمان", "مواعيد قادمة", "موعدا قادما"],
        ..EN.counts
    },
    ui: Ui {
        on_this_page: "في هذه الصفحة",
        judgements: "أحكام رئيسية",
        rests_on: "يستند إلى",
        would_change: "يتغير إذا",
        figures: "أرقام",
        to_print: "للطباعة والتوزيع",
        edition_page: "الصفحة الدائمة لهذا العدد",
        ahead: "قادم",
        gaps: "ما تعذر إثباته",
        latest: "الأحدث",
        editions: "الأعداد",
        edition: "العدد",
        themes: "المواضيع",
        theme: "الموضوع",
        names_title: "أشخاص وأماكن",
        timeline: "التسلسل الزمني",
        calendar: "التقويم",
        archive: "الأرشيف",
        sources: "المصادر",
        source: "المصدر",
        method: "المنهج",
        search: "بحث",
        corrections: "تصحيحات",
        event: "حدث",
        when: "متى",
        who_says: "من يقول ذلك",
        how_known: "كيف نعرف",
        by_date: "حسب التاريخ",
        by_theme: "ما حدث، حسب الموضوع",
        in_view: "الفترة في نظرة",
        looking_ahead: "ما هو آت",
        evidence: "الدليل",
        menu: "القائمة",
        skip: "إلى المحتوى",
        earlier: "أقدم",
        later: "أحدث",
        notes: "ملاحظات",
        note: "ملاحظة",
        in_numbers: "بالأرقام",
        date: "التاريخ",
        ..EN.ui
    },
    ..EN
};
