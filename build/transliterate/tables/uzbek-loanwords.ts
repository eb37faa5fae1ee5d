/**
 * Stems of loanwords whose Cyrillic spelling no rule tells from the Latin one: a soft or hard sign, ц, щ or ю, or й before a vowel.
 * One that stays as the rules have it (sirka, vinegar) is there against a shorter one (sirk, circus).
 *
 * Source: Oʻzbek tilining imlo lugʻati, and the spelling of Russian, from which these words came.
 */
const pairs = `
  abzas абзац, adyutant адъютант, aerozol аэрозоль, aksent акцент, aksident акцидент, aksiz акциз, akvarel акварель,
  albom альбом, alfa альфа, alkogol алкоголь, almanax альманах, alpinist альпинист, alt альт, alternativ альтернатив,
  altruizm альтруизм, alyans альянс, anneksiya аннексия, ansambl ансамбль, apelsin апельсин, aprel апрель, artel артель,
  artikl артикль, asfalt асфальт, asfiksiya асфиксия, avtomobil автомобиль, balneologiya бальнеология, balzam бальзам,
  batalyon батальон, belgiya бельгия, biopsiya биопсия, borsh борщ, budilnik будильник, budjet бюджет, bukvar букварь,
  buldog бульдог, buldozer бульдозер, bulvar бульвар, bulyon бульон, byulleten бюллетень, dekabr декабрь,
  delfin дельфин, delta дельта, detal деталь, diagonal диагональ, dirijabl дирижабль, disleksiya дислексия,
  dispepsiya диспепсия, dizel дизель, duel дуэль, dvigatel двигатель, elf эльф, emal эмаль, emulsiya эмульсия,
  ensiklopediya энциклопедия, epilepsiya эпилепсия, fakultativ факультатив, fakultet факультет,
  falsifikatsiya фальсификация, feldmarshal фельдмаршал, feldsher фельдшер, festival фестиваль, fevral февраль,
  film фильм, filtr фильтр, folga фольга, folklor фольклор, fonar фонарь, fransuz француз, gantel гантель,
  gastrol гастроль, gel гель, golf гольф, gospital госпиталь, gotovalnya готовальня, gril гриль, guash гуашь,
  igor игорь, ilya илья, impuls импульс, inersiya инерция, insident инцидент, insult инсульт, intervyu интервью,
  inventar инвентарь, inyeksiya инъекция, iyul июль, iyun июнь, kabel кабель, kafel кафель, kalendar календарь,
  kalka калька, kalkulyator калькулятор, kalsiy кальций, kalson кальсон, kanselyariya канцелярия, kansler канцлер,
  kanyon каньон, karamel карамель, kartel картель, karusel карусель, kastryul кастрюль, kisel кисель, kokteyl коктейль,
  kolt кольт, kommersiya коммерция, kompyuter компьютер, konki коньки, konsentrat концентрат,
  konsentratsiya концентрация, konsepsion концепцион, konsepsiya концепция, konsept концепт, konsern концерн,
  konsert концерт, konsessiya концессия, konslager концлагерь, konsultant консультант, konsultatsiya консультация,
  kontrol контроль, konyak коньяк, konyunktivit конъюнктивит, konyunktura конъюнктура, kulman кульман,
  kulminatsiya кульминация, kult культ, kultivator культиватор, kultura культура, lager лагерь, magistral магистраль,
  mayonez майонез, mayor майор, mebel мебель, medal медаль, medalyon медальон, migren мигрень, model модель,
  modul модуль, molbert мольберт, moral мораль, motel мотель, moʻjiza мўъжиза, moʻtabar мўътабар, moʻtadil мўътадил,
  multfilm мультфильм, multimedia мультимедиа, multimediya мультимедия, multiplikatsiya мультипликация, natalya наталья,
  neft нефть, nikel никель, nobel нобель, nol ноль, noyabr ноябрь, nul нуль, nyu нью, obyekt объект, oktabr октябрь,
  oktyabr октябрь, otel отель, ovosh овощ, palma пальма, palto пальто, panel панель, parallel параллель,
  parashut парашют, parol пароль, pastel пастель, patrul патруль, pavilyon павильон, pedal педаль, penalti пенальти,
  pensioner пенсионер, pensiya пенсия, plash плащ, pochtalyon почтальон, podyezd подъезд, poezd поезд, polsha польша,
  porsiya порция, portfel портфель, prinsip принцип, profil профиль, proporsional пропорционал, proporsiya пропорция,
  pudel пудель, puls пульс, pult пульт, rayon район, refleksiya рефлексия, rels рельс, rezultat результат, rol роль,
  royal рояль, rubl рубль, rul руль, salto сальто, sekretar секретарь, selderey сельдерей, sellofan целлофан,
  selluloza целлюлоза, sellyuloza целлюлоза, selsiy цельсий, sement цемент, sent цент, sentabr сентябрь,
  sentner центнер, sentyabr сентябрь, senzor цензор, senzura цензура, sex цех, shampinyon шампиньон, shampun шампунь,
  shinel шинель, shnitsel шницель, shoʻba шўъба, shpatel шпатель, shtempel штемпель, shtepsel штепсель,
  shveysariya швейцария, sianid цианид, siferblat циферблат, sifra цифра, sifrli цифрли, sikl цикл, siklon циклон,
  silindr цилиндр, sink цинк, sirk цирк, sirka сирка, sirkul циркуль, sirkulyar циркуляр, sirkulyatsiya циркуляция,
  sirroz цирроз, sistern цистерн, sitadel цитадель, sitata цитата, sitologiya цитология, sitoplazma цитоплазма,
  sitrus цитрус, sivilizatsiya цивилизация, skulptor скульптор, skulptura скульптура, slesar слесарь, sokol цоколь,
  spektakl спектакль, spiral спираль, ssenariy сценарий, stil стиль, subyekt субъект, sulfat сульфат, sunami цунами,
  syezd съезд, syomka съёмка, tabel табель, tatyana татьяна, tekstil текстиль, tokar токарь, tonnel тоннель,
  tunnel туннель, tyulen тюлень, tyulpan тюльпан, ultimatum ультиматум, ultrabinafsha ультрабинафша,
  ultratovush ультратовуш, unesco юнеско, unicef юнисеф, vaksin вакцин, vals вальс, vanil ваниль, velvet вельвет,
  vermishel вермишель, vestibul вестибюль, vestibyul вестибюль, vigotskiy виготский, vodevil водевиль, volt вольт,
  yanvar январь, yoga йога, yogurt йогурт, york йорк
`;

/** Each Latin stem with its Cyrillic spelling, in small letters. */
export const loanwords: readonly (readonly [latin: string, cyrillic: string])[] = pairs
  .trim()
  .split(/,\s*/)
  .map((pair) => pair.split(' ') as [string, string]);

/** Cyrillic stem by the Latin one. */
export const loanwordStems: ReadonlyMap<string, string> = new Map(loanwords);
