/** Serbian and Montenegrin: cases, numbers, verb forms; both scripts, also without diacritics; ekavian and ijekavian. */
export const same = `
игра игре игри игру игром играма играти играмо играју играње играња igra igre igri igru igrom igrama igrati igramo igraju igranje igranja
цртати цртамо цртају цртање цртања цртању цртањем crtati crtanje crtanju crtanjem
вежба вежбе вежбу вежбама вежбати вежбање вјежба вјежбе вјежбати vežba vezba vežbe vežbanje vježba vjezba vježbanje
деца деце деци децу децом дјеца дјеце дјецу djeca djece djeci deca decu
дете дијете dete dijete
песма песме песми песму песмом песмама пјесма пјесме пјесму pesma pesme pjesma pjesmama
боја боје боји боју бојом бојама boja boje boji boju bojom bojama
прича приче причи причу причом причама priča prica price pričom
школа школе школи школу школом škola skola skolu
млеко млека млеку млијеко млијека mleko mlijeko mleka
снег снега снегом снијег снијега sneg snijeg
место места местом мјесто мјеста mesto mjesto mjesta
лето лета љето љета leto ljeto
лепо лепа лијепо лијепа lepo lijepo
нежно нежна њежно nežno nezno nježno njezno
хлеб хлеба хљеб hleb hljeb hljeba
ђак ђака ђаку ђаком đak djak dak đaka
рођендан рођендана рођенданом rođendan rodjendan rodendan rođendana
учитељ учитеља учитељу учитељи учитељима učitelj ucitelj učitelja učiteljem
породица породице породицу породицом porodica porodice
историја историје историји историју историјом историјама istorija istorije istoriju istorijom
џеп џепа џепу džep dzep džepa
град града граду градови градова градове градовима grad gradovi
краљ краља краљу краљеви краљева краљеве краљевима kralj kraljevi kraljeva
звук звука звукови звукова zvuk zvukovi
нов нови нова ново нове новог новога новом новоме новому новој новим нових новима nov novi novog novih
лош лоша лоше лошег лошем лошему loš los lošeg loseg
говорити говоримо говори govoriti govorimo
срце срца срцу srce srca
кућа куће кући кућу кућом kuća kuca kuću kućom
жаба жабе жабу žaba zaba žabe
јаје јаја jaje jaja
идеја идеје идеју идејом ideja ideje ideju
струја струје струју struja struje
развој развоја развоју развојем razvoj razvoja razvojem
предмет предмета предмети предмете predmet predmeti
проблем проблема проблеми проблемом problem problemi
свет света свијет свијета svet svijet sveta
љубав љубави ljubav ljubavi
књига књиге књигу књигом knjiga knjige knjigu
њушка њушке њушку njuška njuske njušku
фигура фигуре figura figure
`;
export const different = `
игра иглу
лопта лопата
кућа кука
дете дед
страна старо
рука река
10 100
`;
