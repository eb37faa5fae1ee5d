/** Uzbek: cases, numbers, whose it is, verb forms; both scripts; the apostrophes of oʻ, gʻ and taʼlim as they are typed, or left out. */
export const same = `
bola bolalar bolalarni bolalarning bolalarga bolani bolaning bolaga bolada boladan bolam bolang bolasi bolasini bolasining bolasiga bolamiz bolangiz bolalarimiz bolalaringiz bolalarimizni bolalarimizning бола болалар болаларни болаларимизнинг
oʻyin o'yin o‘yin o’yin o\`yin oʼyin oyin oʻyinlar oʻyinlarni oʻyinni oʻyinning oʻyini oʻyinga oʻyinda oʻyindan oʻyinlari ўйин ўйинлар ўйинлари ойин
qoʻl qo'l qol qoʻllar qoʻllarni qoʻli qoʻllari қўл қўллар
gul gullar gulni gulning gullarni гул гуллар
til tillar tilni tilda тил тиллар
kitob kitoblar kitobni kitobga kitobim kitobing kitobimiz kitobingiz kitoblari китоб китоблар
inson insonlar insoni insonning инсон
maydon maydoni maydonda maydonlar майдон майдони
qoshiq qoshiqlar qoshiqni qoshigʻi qoshig'im қошиқ қошиғи кошик
yurak yuraklar yuragi yuragim юрак юраги
maktab maktablar maktabga maktabgacha maktabi мактаб мактабгача
bogʻcha bog'cha bogcha bogʻchalar bogʻchada bogʻchadagi bogʻchalardagi боғча богча боғчадаги
dars darslar darsi darsni darsda дарс дарслар
togʻ tog' tog togʻlar togʻi тоғ тоғлар тог
quloq quloqqa quloqlar qulogʻi қулоқ қулоққа қулоғи
yozish yozadi yozdi yozgan yozmoq ёзиш ёзади
oʻqish oʻqiydi oʻqidi oʻqigan oʻqimoq o'qish ўқиш ўқийди
oʻynash oʻynaydi oʻynagan oʻynamoq oynash ўйнаш ўйнайди
taʼlim ta'lim ta’lim talim taʼlimga taʼlimni таълим
shamol shamolni шамол
choy choyni чой
xalq halq xalqni халқ халк
hayvon xayvon hayvonlar ҳайвон хайвон
jurnal jurnallar журнал
ekran ekranda экран
poyezd poezd поезд
daryo daryolar дарё
fasl fasllar фасл
vaqt vaqtni vaqti вақт вакт
rasm rasmlar rasmi расм
yaxshi yahshi яхши
yulduz yulduzlar юлдуз
paxta paxtani пахта
zina zinalar зина
konsert konsertlar концерт
sirk sirkda цирк
militsiya milisiya милиция
shartsiz шартсиз
`;
export const different = `
oʻyin oʻyinchoq
til tish
qoʻl qoʻy
gul kul
ona ota
bosh besh
non nok
oy uy
10 100
`;
