/**
 * Stems of loanwords whose Cyrillic spelling no rule tells from the Latin one: a soft sign, ц or щ, or й before a vowel.
 *
 * Source: Oʻzbek tilining imlo lugʻati, and the spelling of Russian, from which these words came.
 */
const pairs = `
  adyutant адъютант, aksent акцент, aksident акцидент, aksioner акционер, aksiz акциз, albom альбом, alfa альфа,
  almanax альманах, alpinist альпинист, alt альт, alternativ альтернатив, altruizm альтруизм, anneksiya аннексия,
  ansambl ансамбль, aprel апрель, artel артель, artikl артикль, asfalt асфальт, asfiksiya асфиксия, atele ателье,
  avtomobil автомобиль, balneologiya бальнеология, barryer барьер, batalyon батальон, biopsiya биопсия,
  bitsepts бицепс, bukvar букварь, buldog бульдог, buldozer бульдозер, bulvar бульвар, bulyon бульон,
  byulleten бюллетень, dekabr декабрь, delfin дельфин, delta дельта, detal деталь, diagonal диагональ,
  dirijabl дирижабль, disleksiya дислексия, dispepsiya диспепсия, dizel дизель, duel дуэль, dvigatel двигатель,
  emal эмаль, epilepsiya эпилепсия, fakultet факультет, falsifikatsiya фальсификация, feldmarshal фельдмаршал,
  feldsher фельдшер, feleton фельетон, festival фестиваль, fevral февраль, film фильм, filtr фильтр, fonar фонарь,
  fransuz француз, gastrol гастроль, gel гель, golf гольф, gorizontal горизонталь, gospital госпиталь,
  gotovalnya готовальня, gril гриль, impuls импульс, insult инсульт, intervyu интервью, inventar инвентарь,
  inyeksiya инъекция, iyul июль, iyun июнь, kabel кабель, kafel кафель, kalendar календарь, kalka калька,
  kalkulyator калькулятор, kalsiy кальций, kalson кальсон, kanselyariya канцелярия, kansler канцлер,
  karamel карамель, kartel картель, karusel карусель, kastryul кастрюль, kokteyl коктейль, kolt кольт,
  kompyuter компьютер, konsentrat концентрат, konsentratsiya концентрация, konsepsion концепцион,
  konsepsiya концепция, konsern концерн, konsert концерт, konsessiya концессия, konslager концлагерь,
  konsultant консультант, konsultatsiya консультация, kontrol контроль, konyunktura конъюнктура, kulman кульман,
  kulminatsiya кульминация, kult культ, kultivator культиватор, kultura культура, lager лагерь, loyal лояль,
  magistral магистраль, mayonez майонез, mayor майор, mebel мебель, medal медаль, medalyon медальон, migren мигрень,
  model модель, modul модуль, molbert мольберт, motel мотель, multfilm мультфильм, multimedia мультимедиа,
  multimediya мультимедия, multiplikatsiya мультипликация, nikel никель, nol ноль, noyabr ноябрь, nul нуль,
  nyu-york нью-йорк, obyekt объект, obyektiv объектив, oktabr октябрь, oktyabr октябрь, otel отель, ovosh овощ,
  palto пальто, panel панель, parallel параллель, parol пароль, pastel пастель, patrul патруль, pavilyon павильон,
  pedal педаль, pensioner пенсионер, pensiya пенсия, plash плащ, pochtalyon почтальон, poezd поезд, polsha польша,
  porsiya порция, portfel портфель, presedent прецедент, prinsip принцип, profil профиль, proporsiya пропорция,
  puls пульс, pult пульт, rayon район, refleksiya рефлексия, rels рельс, rezultat результат, rol роль, royal рояль,
  rubl рубль, rul руль, sekretar секретарь, seldrey сельдерей, sellofan целлофан, selluloza целлюлоза,
  sellyuloza целлюлоза, selsiy цельсий, sement цемент, sent цент, sentabr сентябрь, sentner центнер,
  sentyabr сентябрь, senzor цензор, senzura цензура, sex цех, sezar цезарь, sezariy цезарь, sezy цезий,
  shampinyon шампиньон, shampun шампунь, shinel шинель, shpatel шпатель, shtempel штемпель, shtepsel штепсель,
  sianid цианид, siferblat циферблат, sifra цифра, sifrli цифрли, sikl цикл, siklon циклон, silindr цилиндр,
  sink цинк, sirk цирк, sirkul циркуль, sirkulyar циркуляр, sirkulyatsiya циркуляция, sirroz цирроз, sistern цистерн,
  sitadel цитадель, sitata цитата, sitologiya цитология, sitoplazma цитоплазма, sitrus цитрус,
  sivilizatsiya цивилизация, skulptor скульптор, skulptura скульптура, sokol цоколь, spektakl спектакль,
  spiral спираль, stil стиль, subyekt субъект, subyektiv субъектив, sulfat сульфат, sunami цунами, syezd съезд,
  tabel табель, tekstil текстиль, tonnel тоннель, tunnel туннель, tyulen тюлень, tyulpan тюльпан,
  ultimatum ультиматум, ultrabinafsha ультрабинафша, ultratovush ультратовуш, unesco юнеско, unicef юнисеф,
  vaksina вакцина, vals вальс, vanil ваниль, velvet вельвет, vermishel вермишель, vertikal вертикаль,
  vestibul вестибюль, vestibyul вестибюль, vodevil водевиль, volt вольт, yanvar январь, yoga йога, yogurt йогурт
`;

/** Cyrillic stem by the Latin one, both in small letters. */
export const loanwordStems: ReadonlyMap<string, string> = new Map(
  pairs
    .trim()
    .split(/,\s*/)
    .map((pair) => pair.split(' ') as [latin: string, cyrillic: string]),
);
