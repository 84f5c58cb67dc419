import type { Encoding } from './decoded';

/**
 * The characters that names of people and column headers are mostly written with. They decide between readings of the same bytes,
 * since wrong readings almost never consist of these.
 */
const simplified = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘于余蒋杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤' +
    '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华玉红建国春梅海燕晓小志鹏辉鑫宇浩然子轩涵雨欣怡佳琪思琳倩雪婷颖慧莹洁云莲真环荣爱妹香月莺媛瑞凡嘉琼勤珍贞莉俊峰健飞波宁伯宏言若鸣朋斌梁栋维启克伦翔旭达安岩中茂进有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江超浩亮政谦亨奇固之轮朗永生仁山' +
    '姓名户账电子邮件箱地址角色权限备注帐部门公司职位客',
);
const traditional = new Set(
  '陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬董温唐藍石蔣古紀姚連馮歐程湯康田姜汪白鄒尤巫鐘龔嚴韓袁黎金' +
    '志明家豪俊傑建宏冠宇雅婷怡君淑芬惠美玲麗娟秀英慧華文雄國榮承翰宗哲佳穎欣雯詩涵心怡珮瑜靜宜瑩偉強軍春梅玉珍鳳嬌月雲霞蘭香貞芳瑞龍德義仁信忠孝平安福壽永昌盛興隆柏翔彥廷冠霖育誠子軒品睿恩宥妤思羽庭萱' +
    '姓名帳戶電子郵件地址角色權限備註部門公司職稱客',
);
const japanese = new Set(
  '佐藤鈴木高橋田中伊渡辺邊邉山本村小林加吉口松井斎斉清崎森池阿部石川前岡長谷近後坂遠青福西三太原野竹内金子和上島宮酒工柴今千葉岩桜横杉大久保丸菅河平増市古新河沼関土永江原浜浅秋安熊牧水荒菊尾服尾望月片吉飯塚矢津東南北早堀成戸五十嵐樋須黒馬場篠星白日向神谷武本多' +
    '郎一二三次男雄夫美子恵花香奈菜由紀優愛翔蓮陽大翼健太拓也直樹和真裕貴浩隆誠博之明幸義正信孝弘司史英俊秀康哲雅彦昭典章里沙織穂葉結衣咲桜凛莉音乃々瑠璃彩佳智千春夏秋冬洋介輔平吾悟悠斗海空陸玲理江代枝久仁志' +
    '名前氏姓役割権限備考管理者閲覧会社部署担当表示能予約',
);
const hangul = new Set(
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄원채천방공현함변염여추도소석선설마길연위표명기반왕금옥인제모국은용예경봉사태형동호승상시' +
    '수영준혜희미숙자순철재훈식규원빈아린윤채율슬기환욱섭찬범석일광열화란정주향' +
    '계메일름할역권한비고담당사부서회직급',
);

const known: Partial<Record<Encoding, ReadonlySet<string>>> = {
  gb18030: simplified,
  big5: traditional,
  shift_jis: japanese,
  'euc-jp': japanese,
  'euc-kr': hangul,
};

/** How plausible a Chinese, Japanese or Korean word is in the encoding; null if it isn't one. */
export function eastAsianScore(word: string, encoding: Encoding): number | null {
  const names = known[encoding];
  if (names === undefined) return null;
  let score = 0;
  for (const character of word) {
    if (names.has(character) || /[\u3000-\u30ff]/.test(character)) score -= 0.7;
    else if (encoding === 'euc-kr') score -= /\p{scx=Hangul}/u.test(character) ? 2 : 5;
    else if (/[\uff61-\uff9f]/.test(character)) score -= 3.5;
    else score -= /\p{scx=Han}|[\uff01-\uff60]/u.test(character) ? 3 : 6;
  }
  return score;
}
