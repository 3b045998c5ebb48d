// Every sentence that people read in the widget. French typography: curly apostrophes, no-break spaces.
export const T = {
  name: 'Boussole',
  role: 'Assistant automatique',
  landmark: 'Assistant Boussole',
  launcher: 'Une question ?',
  launcherMore: 'Ouvrir l’assistant Boussole',
  close: 'Fermer l’assistant',
  log: 'Conversation',
  you: 'Vous :',
  bot: 'Boussole :',
  info: 'Information :',

  welcome:
    'Bonjour, je suis Boussole, un assistant automatique. Je vous aide à comprendre un courrier sur un atelier ou un rendez-vous, et à savoir quoi faire.',
  limits:
    'Je ne décide rien : seuls votre courrier et votre conseiller font foi. Je peux me tromper, alors je cite toujours mes sources.',
  dataShort:
    'Vos messages servent à vous répondre. Ils sont gardés 30 jours au plus. « Effacer » les efface tout de suite.',
  dataTitle: 'En savoir plus sur vos données',
  data: [
    'Dans ce navigateur, la conversation reste dans cet onglet et disparaît quand vous le fermez.',
    'Les messages que je n’ai pas compris servent aussi à m’améliorer. Les numéros et les adresses électroniques y sont masqués.',
    'Votre dossier n’est consulté que si vous êtes connecté à votre espace personnel.',
    'N’écrivez ici ni numéro de sécurité sociale, ni coordonnées bancaires.',
  ],
  startersLabel: 'Questions fréquentes',
  starters: [
    'Cet atelier est-il obligatoire ?',
    'Je ne pourrai pas venir',
    'J’ai reçu un avertissement',
  ],

  adviser: 'Parler à un conseiller',
  adviserMessage: 'Je voudrais parler à un conseiller',
  erase: 'Effacer',
  eraseMore: 'la conversation',
  eraseAsk: 'Effacer toute la conversation ?',
  eraseGone:
    'Vos messages, mes réponses et vos avis seront effacés, ici et sur nos serveurs. C’est définitif.',
  eraseGonePerson:
    'Tous vos messages, même anciens, mes réponses et vos avis seront effacés, ici et sur nos serveurs. C’est définitif.',
  eraseKept: 'Vos démarches confirmées et vos fichiers déposés resteront dans votre dossier.',
  eraseYes: 'Oui, tout effacer',
  eraseNo: 'Non, garder',
  eraseNothing: 'Vous n’avez encore rien écrit : il n’y a rien à effacer.',
  erasing: 'Effacement en cours…',
  erased: 'La conversation est effacée, ici et sur nos serveurs.',
  erasedPerson:
    'La conversation est effacée, ici et sur nos serveurs. Vos démarches confirmées et vos fichiers déposés restent dans votre dossier.',
  eraseFailed: 'La conversation est effacée de cet onglet, mais je n’ai pas pu l’effacer de nos serveurs.',
  eraseLater: 'Réessayez dans une minute. Sans nouvel essai, elle y sera effacée 30 jours après votre dernier message.',
  eraseLogIn: 'Reconnectez-vous à votre espace personnel, puis réessayez.',

  field: 'Votre message',
  placeholder: 'Votre question…',
  fieldHelp: 'Touche Entrée pour envoyer, Maj et Entrée pour aller à la ligne. 1 000 caractères au plus.',
  send: 'Envoyer',
  empty: 'Écrivez d’abord votre question.',
  tooLong: (length) =>
    `Votre message est trop long : ${length} caractères, pour 1 000 au plus. Gardez l’essentiel.`,
  typing: 'Boussole écrit…',
  slow: 'La réponse prend plus de temps que d’habitude. Un instant encore…',

  choices: 'Réponses proposées',
  why: 'Pourquoi cette réponse ?',
  sources: (count) => (count > 1 ? `Sources (${count})` : 'Source'),
  since: (day) => `en vigueur depuis le ${day}`,
  attachments: 'Documents',
  documentLost: 'Je n’ai pas pu vous remettre ce document. Vérifiez votre connexion, puis réessayez.',
  newTab: '(nouvel onglet)',
  useful: 'Utile',
  useless: 'Pas utile',
  usefulShort: 'Cela vous aide ?',
  usefulAsk: 'Cette réponse vous aide-t-elle ?',
  usefulThanks: 'Merci de votre avis.',
  usefulFailed: 'Votre avis n’a pas pu être enregistré. Réessayez plus tard.',

  attach: 'Joindre un justificatif',
  attachMore: 'PDF, JPEG ou PNG, 5 Mo au plus',
  fileSent: (name) => `Fichier : ${name}`,
  uploading: (name) => `Envoi de « ${name} »`,
  uploadCancel: 'Annuler l’envoi',
  uploadCancelled:
    'Vous avez arrêté l’envoi du fichier. S’il était presque terminé, demandez-moi « Mon justificatif est-il arrivé ? » pour en être sûr.',
  uploadType: 'Ce fichier n’est pas accepté. Choisissez un PDF, ou une photo en JPEG ou PNG.',
  uploadSize: 'Ce fichier est trop lourd : 5 Mo au plus. Une photo moins grande suffit si le texte se lit bien.',
  uploadEmpty: 'Ce fichier est vide. Vérifiez-le, puis choisissez-le à nouveau.',
  uploadLost:
    'La connexion a été coupée pendant l’envoi. Je ne sais pas si votre fichier est arrivé. Avant de le renvoyer, demandez-moi « Mon justificatif est-il arrivé ? ».',
  uploadIdentity:
    'Pour déposer un justificatif, connectez-vous d’abord à votre espace personnel : je dois être sûr qu’il rejoint votre dossier.',
  uploadDone: 'Votre fichier est bien arrivé.',

  offline: 'Vous êtes hors connexion. Votre message partira dès que la connexion revient.',
  offlineIdle: 'Vous êtes hors connexion. Vous pouvez relire la conversation.',
  network:
    'Je n’arrive pas à joindre le service. Vérifiez votre connexion, puis réessayez : votre message ne sera pas compté deux fois. Si cela dure, appelez le 39 49.',
  timeout:
    'La réponse n’est pas arrivée à temps. Réessayez : votre message ne sera pas compté deux fois.',
  unconfirmed: 'Ma réponse à ce message ne vous est pas parvenue. Réessayez : il ne sera pas compté deux fois.',
  failed: 'Je ne peux pas vous répondre pour le moment. Réessayez dans quelques minutes, ou appelez le 39 49.',
  tooMany: 'Vous avez envoyé beaucoup de messages. Attendez une minute, puis réessayez.',
  silent: 'Je n’ai pas su répondre à ce message. Dites-le autrement, ou appelez le 39 49.',
  retry: 'Réessayer',

  sessionRenewed:
    'Votre session a expiré. Une nouvelle conversation a commencé : si ma réponse paraît incomplète, rappelez-moi votre situation.',
  sessionLost:
    'Votre session a expiré. Reconnectez-vous à votre espace personnel, puis réessayez. Vous pouvez aussi continuer sans votre dossier.',
  goAnonymous: 'Continuer sans me connecter',
  identityUnknown:
    'Je n’ai pas pu vérifier si vous êtes connecté. Je réponds de façon générale, sans votre dossier.',
  loggedOut: 'Vous n’êtes plus connecté : la conversation précédente a été effacée de cet onglet.',
  otherPerson: 'Une autre personne est connectée : la conversation précédente a été effacée de cet onglet.',
  resumeAsk:
    'Vous êtes maintenant connecté. Voulez-vous garder la conversation commencée avant votre connexion ?',
  resumeYes: 'Garder la conversation',
  resumeNo: 'Commencer une nouvelle conversation',

  phoneLead: 'Besoin d’aide ?',
  phone: '39 49',
  phoneMore: 'Appeler le',
  space: 'Espace personnel',
};
