/** What a column of a list of people can be. */
export const columnKinds = [
  'account',
  'emailAddress',
  'userName',
  'givenName',
  'familyName',
  'role',
  'note',
  'instances',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

const phrasesIn = (text: string): readonly string[] => text.trim().split(/\s*\|\s*/);

/** The names of columns, likelier ones first, in the languages of the marketplaces AMC is sold in. */
export const columnWords: Readonly<Record<ColumnKind, readonly string[]>> = {
  account: phrasesIn(`
    Account | AMC account | Account name | AMC account name | Instance | AMC instance | Instance name | Account ID |
    AMC account ID | Entity ID | Advertiser | Advertiser name | Client | Client name | Customer | Customer name |
    Konto | Kontoname | Konto-ID | Kunde | Kundenname | Kundin | Mandant | Werbetreibender | Werbekunde |
    Compte | Nom du compte | Annonceur | Cliente | Nom du client | Cuenta | Nombre de la cuenta | Anunciante |
    Nome account | Nome cliente | Inserzionista | Conta | Nome da conta | Klant | Klantnaam | Kund | Kundnamn |
    アカウント | アカウント名 | 広告主 | クライアント | 顧客 | 账户 | 账号 | 帐户 | 账户名称 | 帳戶 | 广告主 | 廣告主 | 客户 | 客戶 | 계정 | 계정명 | 광고주`),
  emailAddress: phrasesIn(`
    E-mail | E-mail address | Mail | Mail address | User e-mail | Invitee e-mail | Invitee address | Invitee |
    E-Mail-Adresse | Mailadresse | Adresse e-mail | Adresse mail | Courriel | Adresse courriel | Correo |
    Correo electrónico | Dirección de correo | Dirección de correo electrónico | Indirizzo e-mail | Indirizzo mail |
    Posta elettronica | Endereço de e-mail | E-mailadres | Mailadres | E-postadress | E-post |
    メールアドレス | メール | Eメール | Eメールアドレス | 電子メール | メアド |
    邮箱 | 电子邮箱 | 电子邮件 | 邮箱地址 | 邮件地址 | 电子邮件地址 | 郵箱 | 電子郵件 | 電子郵件地址 | 電子信箱 | 이메일 | 이메일 주소 | 메일 | 메일 주소`),
  userName: phrasesIn(`
    Name | Full name | User name | Person | User | Display name | Contact | Contact name | Employee name | Employee |
    Member | Member name | Invitee name | Invitee | Person name | Your name | Benutzer | Benutzername | Nutzer |
    Vollständiger Name | Voller Name | Mitarbeiter | Mitarbeitername | Ansprechpartner | Nom | Nom complet |
    Utilisateur | Nom et prénom | Prénom et nom | Nombre | Nombre completo | Nombre y apellidos | Usuario | Nome |
    Nome completo | Nome e cognome | Cognome e nome | Utente | Naam | Volledige naam | Gebruiker | Namn |
    Fullständigt namn | Användare | 名前 | 氏名 | お名前 | フルネーム | ユーザー名 | 姓名 | 名字 | 用户名 | 用戶名 | 이름 | 성명 | 사용자`),
  givenName: phrasesIn(`
    First name | Given name | Given names | Forename | Fore name | First | Given | Fname | Vorname | Vornamen | Rufname |
    Prénom | Prénoms | Nombre de pila | Primer nombre | Nome di battesimo | Primeiro nome | Nome próprio | Voornaam |
    Roepnaam | Förnamn | Tilltalsnamn | 名 | 下の名前 | ファーストネーム`),
  familyName: phrasesIn(`
    Last name | Family name | Surname | Sur name | Last | Family | Lname | Nachname | Familienname | Zuname |
    Nom de famille | Nom d'usage | Apellido | Apellidos | Primer apellido | Cognome | Sobrenome | Apelido |
    Último nome | Achternaam | Familienaam | Efternamn | 姓 | 氏 | 苗字 | ラストネーム | 姓氏 | 성 | 성씨`),
  role: phrasesIn(`
    Role | User role | Access | Access level | Permission | Permissions | Permission level | Access type | Rolle |
    Benutzerrolle | Zugriff | Berechtigung | Berechtigungen | Zugriffsrecht | Recht | Rechte | Rôle | Accès | Droits |
    Autorisation | Rol | Acceso | Permiso | Permisos | Ruolo | Accesso | Permesso | Permessi | Autorizzazione | Função |
    Papel | Permissão | Roll | Behörighet | Toegang | 役割 | 権限 | ロール | 角色 | 权限 | 權限 | 역할 | 권한`),
  note: phrasesIn(`
    Note | Notes | Comment | Comments | Remark | Remarks | Reason | Notiz | Notizen | Bemerkung | Bemerkungen |
    Kommentar | Kommentare | Anmerkung | Hinweis | Grund | Commentaire | Commentaires | Remarque | Nota | Notas |
    Comentario | Comentarios | Observaciones | Motivo | Commento | Commenti | Note aggiuntive | Comentário |
    Observações | Opmerking | Opmerkingen | Anteckning | 備考 | メモ | コメント | 注記 | 备注 | 備註 | 说明 | 비고 | 메모`),
  // "Instance" alone may be the account, so it is the last word for it.
  instances: phrasesIn(`
    Instances | AMC instances | Instance names | Instance IDs | Planned instances | Instances to add | Add to instances |
    Instance access | Instanzen | AMC-Instanzen | Geplante Instanzen | Instances AMC | Instances prévues | Instancias |
    Instancias de AMC | Istanze | Istanze AMC | Instâncias | Instanties | Instanser | インスタンス | 实例 | 實例 | 인스턴스 |
    Instance | AMC instance | Instance name | Instance ID`),
};

/** A full name, unless the other part of a name has its own column: then it is the missing part. */
export const eitherNameWords: readonly string[] = phrasesIn(
  `Name | Nom | Nombre | Nome | Naam | Namn | 名前 | 名字 | 이름`,
);

/** Words that make a header one of addresses wherever they are in it. */
export const mailWords: readonly string[] = phrasesIn(
  `email | mail | courriel | correo | epost | posta elettronica | メール | 邮箱 | 邮件 | 郵箱 | 郵件 | 信箱 | 메일`,
);

/** Words beside a mail word that indicate that the address is the row's person's. */
export const ownWords: readonly string[] = phrasesIn(`
  address | addresses | adresse | adress | adres | direccion | indirizzo | endereco | user | users | invitee | invitees |
  employee | work | business | corporate | company | office | contact | member | person | people | primary | main |
  your | new | login | s | of | de | del | du | di | la | the | mitarbeiter | benutzer | nutzer | arbeit | dienstliche |
  geschaftliche | ihre | utilisateur | collaborateur | employe | professionnel | professionnelle | votre | electronique |
  usuario | empleado | trabajo | corporativo | electronico | su | utente | dipendente | aziendale | lavoro | medewerker |
  werk | gebruiker | anvandare | arbets | 社員 | 従業員 | ユーザー | 勤務先 | 会社 | 员工 | 用户 | 工作 | 公司 | 地址 | アドレス | 주소 | 직원 | 회사`);

/** Words of columns about somebody other than the row's person, or with a second address of that person. */
export const otherPersonWords: readonly string[] = phrasesIn(`
  owner | owners | manager | managers | requester | requesters | requestor | requested | creator | created | creation |
  cc | bcc | recovery | backup | secondary | alternate | alternative | alt | other | supervisor | approver | approvers |
  approved | approval | boss | submitter | submitted | sponsor | referrer | referred | inviter | invited by | sender |
  assistant | emergency | home | private | personal | modified | updated | changed | reviewer | responsible | reports to |
  reporting | delegate | added by | granted | head | director | executive | csm |
  vorgesetzter | vorgesetzte | vorgesetzten | vorgesetzt | leiter | leiterin | leitung | inhaber | inhaberin |
  eigentumer | besitzer | antragsteller | antragstellerin | anforderer | ersteller | erstellt | angelegt | genehmiger |
  genehmigt | genehmigung | freigabe | freigeber | verantwortlich | verantwortliche | verantwortlicher |
  wiederherstellung | zweite | zweitadresse | ersatz | alternativ | alternative | privat | private | vertretung |
  stellvertreter | chef | betreuer | auftraggeber | teamleiter | fuhrungskraft |
  proprietaire | responsable | gestionnaire | demandeur | demandeuse | createur | cree | superieur | superviseur |
  approbateur | valideur | validateur | secours | recuperation | secondaire | copie | directeur | patron | parrain |
  propietario | dueno | gerente | jefe | jefa | solicitante | creado | creador | aprobador | respaldo |
  secundario | secundaria | alternativo | copia | encargado | director |
  proprietario | responsabile | richiedente | creato | creatore | supervisore | approvatore | recupero | secondario |
  secondaria | capo | gestore | titolare | direttore | dirigente |
  criado | criador | aprovador | recuperacao | secundaria | responsavel | gestor |
  eigenaar | leidinggevende | aanvrager | aangemaakt | goedkeurder | herstel | secundair | verantwoordelijke |
  agare | bestallare | sokande | skapad | skapare | godkannare | aterstallning | sekundar | ansvarig |
  上司 | 管理者 | 所有者 | オーナー | 申請者 | 依頼者 | 作成者 | 登録者 | 承認者 | マネージャー | マネージャ | マネジャー | 予備 | 復旧 | 再設定 |
  責任者 | 監督者 | 部長 | 課長 | 経理 |
  经理 | 經理 | 主管 | 负责人 | 負責人 | 申请人 | 申請人 | 请求者 | 請求者 | 请求人 | 创建人 | 创建者 | 建立者 | 审批人 | 審批人 | 批准人 | 上级 |
  上級 | 领导 | 領導 | 备用 | 備用 | 恢复 | 恢復 | 抄送 | 次要 | 老板 |
  관리자 | 소유자 | 상사 | 요청자 | 신청자 | 작성자 | 승인자 | 복구 | 예비 | 참조 | 책임자`);

/** Words of columns that often follow an address or a name and are neither. */
export const besideWords: readonly string[] = phrasesIn(`
  type | label | date | prefix | suffix | status | opt | verified | count | domain | phone | middle | nickname | title |
  phonetic | furigana | フリガナ | ふりがな | カナ | よみ | 拼音 | company | organization | organisation | org | file |
  campaign | team | department | product | brand | firma | unternehmen | abteilung | entreprise | societe | empresa |
  azienda | 会社 | 公司 | 部署 | 부서 | password`);

/** Words for a person's company, which is the account only if it names a known one. */
export const companyWords: readonly string[] = phrasesIn(`
  Company | Company name | Associated company | Organization | Organization name | Organisation | Brand | Firma |
  Unternehmen | Marke | Entreprise | Société | Marque | Empresa | Marca | Azienda | Società | Bedrijf | Företag |
  会社 | 会社名 | 公司 | 公司名称 | 品牌 | 회사`);
