# Todas las palabras de la interfaz, en el orden en que se encuentran. Las claves y los argumentos son los del archivo inglés.

## Alrededor de cada página
name = Plenum
skip-to-text = Ir al texto
rooms = Salas
room-library = Biblioteca
room-processes = Procesos
room-help = Cómo buscar
room-upload = Añadir un documento
room-status = Estado del servicio
room-api = Para programas
preferences = Idioma y aspecto
interface-language = Idioma del sitio
theme = Aspecto
theme-system = Como mi dispositivo
theme-light = Claro
theme-dark = Oscuro
search-label = Buscar palabras, una signatura, lenguaje convenido
search-placeholder = Palabras, «una expresión», una signatura
search-go = Buscar
foot-promise = Cada línea lleva al párrafo en que se apoya.
foot-links = Otras páginas
as-atom = Seguir esta lista (Atom)
as-json = Esta página en JSON
to-first-page = Página principal

## Página principal
home-title = Qué se dijo, qué se acordó y dónde
home-lede = Los documentos de las negociaciones multilaterales, párrafo por párrafo: encuentre las palabras, vea su valor, sígalas del proyecto a la aprobación y cítelas por su número.
home-try = Pruebe:
example-words = apoyo a las delegaciones pequeñas
example-phrase = "creación de capacidad"
example-symbol = A/80/257
newest = Documentos más recientes
all-documents = Todos los documentos
empty-title = La biblioteca está vacía
empty-what = Todavía no se ha añadido ningún documento. La búsqueda y la lectura empiezan con el primero.
empty-import = Añada una carpeta de archivos desde la línea de órdenes:
empty-upload = O traiga un solo archivo por esta página:
documents =
    { $n ->
        [one] { $n } documento
       *[other] { $n } documentos
    }
paragraphs =
    { $n ->
        [one] { $n } párrafo
       *[other] { $n } párrafos
    }
languages =
    { $n ->
        [one] { $n } idioma
       *[other] { $n } idiomas
    }
date-unknown = fecha desconocida
no-text-yet = texto aún no disponible
goes-on = hoy

## Biblioteca
library-none = Ningún documento cumple estos filtros. Quite uno para ver más.
filters = Filtros
filters-chosen = Filtros elegidos
filter-remove = quitar este filtro
field-standing = Valor
field-process = Proceso
field-actor = Orador
field-group = Grupo de Estados
field-kind = Tipo
field-language = Idioma
field-year = Año
field-symbol = Signatura
order = Orden
order-best = Más pertinentes
order-oldest = Más antiguos
order-newest = Más recientes
found-all =
    { $n ->
        [one] { $n } párrafo contiene todas las palabras
       *[other] { $n } párrafos contienen todas las palabras
    }
found-any =
    { $n ->
        [one] Ningún párrafo contiene todas las palabras; { $n } contiene algunas
       *[other] Ningún párrafo contiene todas las palabras; { $n } contienen algunas
    }
found-phrase =
    { $n ->
        [one] { $n } párrafo contiene exactamente estas palabras
       *[other] { $n } párrafos contienen exactamente estas palabras
    }
found-filters =
    { $n ->
        [one] { $n } párrafo cumple los filtros
       *[other] { $n } párrafos cumplen los filtros
    }
found-meaning =
    { $n ->
        [one] Ningún párrafo contiene estas palabras; { $n } tiene un sentido cercano
       *[other] Ningún párrafo contiene estas palabras; { $n } tienen un sentido cercano
    }
found-filtered-heading = Párrafos filtrados
found-none = No se encontró nada.
found-none-fewer = Pruebe con menos palabras, o con otras del mismo sentido.
found-none-filters = Quite un filtro.
all-n-found =
    { $n ->
        [one] Ver el único párrafo
       *[other] Ver los { $n } párrafos
    }
jump = Ir a
by-meaning = sentido cercano
meaning-ready = cada párrafo puede encontrarse también por su sentido
meaning-following = El { $n } % de los párrafos puede encontrarse también por su sentido; los demás seguirán
meaning-absent = La búsqueda por el sentido no está instalada aquí: solo se buscan palabras.
agreed-question = ¿Es lenguaje convenido?
agreed-yes =
    { $n ->
        [one] Sí: estas palabras exactas figuran en { $n } párrafo de texto aprobado, de { $total } en total.
       *[other] Sí: estas palabras exactas figuran en { $n } párrafos de textos aprobados, de { $total } en total.
    }
agreed-not-adopted =
    { $n ->
        [one] No según esta biblioteca: estas palabras exactas figuran en { $n } párrafo, que no es texto aprobado.
       *[other] No según esta biblioteca: estas palabras exactas figuran en { $n } párrafos, ninguno de ellos texto aprobado.
    }
agreed-nowhere = No según esta biblioteca: estas palabras exactas no figuran en ninguna parte.
agreed-first = Primer uso
agreed-first-adopted = Primera aprobación
paging = Páginas de la lista
paging-previous = Anteriores
paging-next = Siguientes
paging-cut = Solo se pueden recorrer las primeras entradas de una lista, aquí { $n }. Los filtros o más palabras acortan la lista.
paging-sentence = { $from } a { $until } de { $n }

## Valor, tipo, idiomas
standing-adopted = Aprobado
standing-chair = Texto de la Presidencia
standing-official = Documento oficial
standing-statement = Declaración
standing-commentary = Comentario
standing-machine = Hecho por máquina
standing-adopted-meaning = Un órgano aprobó estas palabras: resolución, decisión, informe por consenso, tratado.
standing-chair-meaning = Palabras de la Presidencia o de los cofacilitadores: un proyecto sobre la mesa o un resumen bajo su propia responsabilidad.
standing-official-meaning = Un documento oficial que nadie aprobó: informe del Secretario General, presupuesto, nota.
standing-statement-meaning = Palabras del propio orador: un Estado, un grupo, una organización.
standing-commentary-meaning = Lo que otros escribieron al respecto: un boletín, un análisis.
standing-machine-meaning = Hecho por una máquina y aún no confirmado por una persona.
kind-resolution = Resolución o decisión
kind-report = Informe
kind-treaty = Tratado
kind-draft = Proyecto
kind-statement = Declaración
kind-paper = Documento de trabajo
kind-article = Artículo
language-ar = Árabe
language-zh = Chino
language-en = Inglés
language-fr = Francés
language-ru = Ruso
language-es = Español
language-unknown = Idioma desconocido

## Documento
about-document = Sobre este documento
contents = Índice
parts = Partes
versions = Versiones de este texto
languages-title = Idiomas
speaker = Orador
issuer = Publicado por
process = Proceso
meeting = Período de sesiones o sesión
files = Archivos
file-original = tal como llegó:
source-title = Procedencia
reading = Lectura
older-reading = Esta es una lectura anterior del documento.
to-current-reading = Abrir la lectura actual
page-number = página { $n }
this-paragraph = Abrir este párrafo
table = Cuadro
cited-by =
    { $n ->
        [one] Mencionado una vez
       *[other] Mencionado { $n } veces
    }
earlier-words = Redacción anterior:
document-no-text = Aquí solo se conoce la signatura de este documento; su texto no se ha añadido.
document-no-text-remedy = Quien tenga el archivo puede añadirlo:
names = Documentos que menciona
named-by = Quién se refiere a él
named-by-none = Ningún párrafo de esta biblioteca se refiere a él.
named-by-total =
    { $n ->
        [one] { $n } referencia en total
       *[other] { $n } referencias en total
    }
not-kept = no está en esta biblioteca
times =
    { $n ->
        [one] { $n } vez
       *[other] { $n } veces
    }
troubles =
    { $n ->
        [one] { $n } lugar del archivo no pudo leerse con certeza
       *[other] { $n } lugares del archivo no pudieron leerse con certeza
    }
troubles-title = Lo que no pudo leerse con certeza
troubles-none = Nada en el archivo era dudoso.

## Párrafo
paragraph-numbered = Párrafo { $name }
paragraph-unnumbered = Párrafo sin número
neighbours = Párrafos vecinos
before = Antes
after = Después
in-document = En el documento
cite = Citar
copy-text = Copiar como texto
copy-markdown = Copiar como Markdown
copy-link = Copiar el enlace
copied = Copiado.
cite-show = Mostrar la cita
as-text = Texto
as-link = Enlace
other-languages = En otros idiomas
original = El original
earlier-title = Redacción anterior
later-title = Redacción posterior
change-unchanged = mismas palabras
change-moved = trasladado
change-reworded = reformulado
change-added = añadido
change-removed = suprimido
# Said to those who hear the page, around words removed and added.
words-added = añadido:
words-removed = suprimido:
words-end = fin

## Procesos
processes-lede = La labor de los órganos con mandato, con lo que hubo antes y después.
processes-none = Todavía no se ha descrito ningún proceso. Importe un paquete de conocimientos para empezar.
mandate = Establecido por
chair = Presidencia
decides-by = Adopción de decisiones
carries-on = Continúa la labor de
carried-on-by = Continuado por
source = Fuente:
unconfirmed = Sin confirmar
unconfirmed-facts = Sin confirmar: ninguna página que se pueda abrir muestra estos datos.
documents-title = Documentos
process-no-documents = Todavía no hay ningún documento de este proceso en la biblioteca.
all-n-documents =
    { $n ->
        [one] Ver el único documento
       *[other] Ver los { $n } documentos
    }
sessions = Períodos de sesiones

## Añadir un documento
token-lede = Añadir documentos corresponde a quien administra esta biblioteca.
token = Clave de administración
token-wrong = Esa no es la clave. Cópiela de nuevo, sin espacios.
token-go = Continuar
token-where = La clave se mostró al iniciarse el servidor por primera vez y se guarda en su carpeta de datos.
upload-lede = Elija un archivo. Verá lo que se ha leído en él antes de publicar nada.
upload-file = Archivo
upload-drop = Suelte un archivo aquí o elija uno.
upload-formats = PDF, Word (DOCX), HTML, texto, Markdown, CSV, Akoma Ntoso XML, WordPress JSON.
upload-limit = Como máximo { $n } MB.
upload-go = Leer el archivo
upload-reading = Se está leyendo el archivo.
upload-waiting = Leídos, sin publicar
reading-title = Lo que se ha leído
reading-revises = Al publicar se creará una nueva lectura de
facts-title = El documento
title = Título
date = Fecha
none = Ninguno
publish = Publicar
discard = Descartar
as-read = Texto leído
reading-shown =
    { $n ->
        [one] Se muestra { $shown } párrafo de { $n }.
       *[other] Se muestran los primeros { $shown } párrafos de { $n }.
    }
original-open = Abrir el original:

## Estado del servicio
status-good = Todo funciona.
status-findings = Algo requiere atención:
status-documents = Documentos
status-paragraphs = Párrafos
status-by-words = Localizables por palabras
status-by-meaning = Localizables por el sentido
status-behind =
    { $n ->
        [one] { $n } cambio espera ser indizado
       *[other] { $n } cambios esperan ser indizados
    }
status-sizes = En disco
status-index = Índice de búsqueda
status-database = Base de datos
status-version = Versión
status-running =
    { $n ->
        [one] en servicio desde hace { $n } minuto
       *[other] en servicio desde hace { $n } minutos
    }

## Para programas
api-lede = Cada página existe también en JSON, en la misma dirección terminada en .json. La descripción completa para programas:
api-required = obligatorio
api-try = Pruebe:

## Cómo buscar
help-title = Cómo buscar
help-lede = Escriba lo que recuerde, en cualquiera de los seis idiomas; también se encuentran párrafos escritos en los demás. El resto sirve cuando hay demasiados resultados.
help-words = Párrafos con todas estas palabras, en cualquiera de sus formas.
help-phrase = Exactamente estas palabras, de la más antigua a la más reciente, con su valor: «¿es lenguaje convenido?»
help-without = Sin la palabra que sigue al guion.
help-symbol = Una signatura abre el documento; seguida de un número, el párrafo.
help-in-symbol = Solo en este documento.
help-language = Solo en este idioma: ar, zh, en, fr, ru, es.
help-year = Solo de este año.
help-standing-filter = Solo con este valor: adopted, chair, official, statement, commentary, machine.
help-standing = Valor de los textos
help-standing-lede = Cada texto indica qué valor tiene; los de más peso aparecen primero.
help-keys = Teclas
help-key-search = ir al cuadro de búsqueda
help-key-arrows = recorrer las sugerencias
help-key-escape = cerrar las sugerencias

## Cuando algo va mal
error-no-page = Aquí no hay ninguna página
error-no-page-why = Puede que la dirección esté mal escrita o que la página nunca haya existido.
error-no-page-remedy = Busque lo que quería encontrar.
error-no-document = { $name } no está en esta biblioteca
error-no-document-why = No se ha añadido ningún archivo de este documento y ninguna lista lo menciona.
error-no-document-remedy = Compruebe la signatura tal como está impresa o búsquela: puede que otros se refieran a ella.
error-no-paragraph = { $symbol } no tiene párrafo { $number }
error-no-paragraph-why = Puede que el número corresponda a otra versión del documento o a un anexo.
error-no-paragraph-remedy = Abra el documento y consulte su índice.
error-not-understood = No se pudo entender la solicitud
error-not-understood-remedy = Corrija lo indicado arriba e inténtelo de nuevo.
error-not-allowed = Solo quien administra esta biblioteca puede hacer esto
error-not-allowed-why = Falta la clave o ya no es válida.
error-not-allowed-remedy = Introduzca de nuevo la clave.
error-too-large = El archivo es demasiado grande
error-too-large-why = Esta biblioteca acepta archivos de { $n } MB como máximo. No se ha guardado nada.
error-too-large-remedy = Divida el archivo o pida a quien administra la biblioteca que eleve el límite.
error-too-many = Demasiadas solicitudes
error-too-many-why =
    { $n ->
        [one] Su dirección ha pedido más de lo que le corresponde. Inténtelo de nuevo dentro de { $n } segundo.
       *[other] Su dirección ha pedido más de lo que le corresponde. Inténtelo de nuevo dentro de { $n } segundos.
    }
error-too-many-remedy = Los programas pueden usar las páginas JSON a un ritmo más lento.
error-busy = La biblioteca está ocupada
error-busy-why = Se está iniciando, o hay más lectores de los que puede atender a la vez.
error-busy-remedy = Inténtelo de nuevo dentro de un minuto.
error-fault = Algo ha fallado por nuestra parte
error-fault-why = El fallo se ha anotado en el registro. Nada de lo que envió quedó guardado a medias.
error-fault-remedy = Inténtelo de nuevo; si vuelve a ocurrir, comunique a quien administra la biblioteca el número que figura abajo.
log-number = Número en el registro:

## Lo que dicen los lectores de archivos: what happened, and what to do
trouble-film = Una película situada después de «{ $near }» no forma parte del texto ({ $from }). Abra la página original para verla.
trouble-sound = Una grabación sonora situada después de «{ $near }» no forma parte del texto ({ $from }). Abra la página original para escucharla.
trouble-frame = Un marco situado después de «{ $near }» muestra otra página y no forma parte del texto ({ $from }). Abra la página original para verlo.
trouble-object = Un objeto incrustado después de «{ $near }» no forma parte del texto ({ $from }). Abra la página original para verlo.
trouble-pictures = Imágenes omitidas: { $n }. Abra la página original para verlas.
trouble-described-pictures = Imágenes omitidas: { $n }; se conservan las palabras que las describen. Abra el original para verlas.
trouble-furniture = Palabras de menús, formularios y similares omitidas: { $n }. Compare con la página si falta algo.
trouble-not-a-post = La entrada { $n } de la lista no es un artículo con texto y se omitió. Consulte esa entrada en el archivo.
trouble-locked-post = El artículo está protegido con contraseña, por lo que sus palabras no están en el archivo. Obtenga de nuevo el archivo con la sesión iniciada.
trouble-backwards = La numeración retrocede: { $number } sigue a { $previous }. Compruebe el original: puede faltar un párrafo o comenzar aquí un anexo.
trouble-missing = Faltan números: { $number } sigue a { $previous }. Compruebe el original: puede faltar un párrafo o comenzar aquí un anexo.
trouble-word-pictures = Imágenes no leídas: { $n }. Consulte el original si hay palabras importantes en una imagen.
trouble-charts = Gráficos y diagramas no leídos: { $n }. Consulte sus cifras en el original.
trouble-hidden-letters = Letras de texto oculto omitidas: { $n }. Muestre el texto en Word si forma parte del documento.
trouble-embedded = Documentos incrustados omitidos: { $n }. Copie su texto en el propio documento.
trouble-lost-notes = Llamadas de nota sin nota: { $n }. Compruebe las notas en el original.
trouble-lost-note = Una llamada remite a una nota que no está en el archivo. Busque la nota en el original.
trouble-too-many-pages = Solo se leyeron las primeras páginas: { $n }. Divida el archivo.
trouble-damaged-page = Parte de la página está dañada o comprimida de modo desconocido. Compare la página con el original; imprímala en un PDF nuevo y envíelo.
trouble-overdrawn = La página dibuja más de lo que cabe en una página; el resto se omitió. Compare la página con el original; imprímala en un PDF nuevo y envíelo.
trouble-nested-drawings = Hay dibujos anidados con demasiada profundidad; los más profundos se omitieron. Compare la página con el original; imprímala en un PDF nuevo y envíelo.
trouble-overfull = La página tiene más texto del que cabe en una página; el resto se omitió. Compare la página con el original; imprímala en un PDF nuevo y envíelo.
trouble-nameless-letters = Letras dibujadas con un tipo que no dice cuáles son: { $n }. Compare la página con el original o envíe el documento como DOCX o HTML.
trouble-picture-of-a-page = La página es una imagen sin texto. Pase el archivo por un reconocimiento de texto (OCR) y envíe el resultado.
trouble-changed-cells = Celdas cuyas líneas se unieron o cuyas barras (|) se sustituyeron: { $n }. Compare con el archivo si importan las líneas de una celda.
refusal-empty = El archivo está vacío. Compruebe que la copia estaba completa y envíe de nuevo el archivo.
refusal-unknown-format = Plenum no lee esta clase de archivo. Envíelo como PDF, DOCX, HTML, texto sin formato, Markdown, CSV, Akoma Ntoso XML o WordPress JSON.
refusal-encrypted = El archivo está bloqueado con contraseña. Guarde una copia sin contraseña y envíela.
refusal-damaged = El archivo está dañado. Ábralo en el programa que lo creó, guárdelo de nuevo y envíe el archivo nuevo.
refusal-too-large = Una vez descomprimido, el archivo es mayor de lo que puede ser un documento. Divida el documento, o quite sus imágenes, y envíe las partes.
refusal-too-deep = El archivo está anidado con demasiada profundidad. Ábralo en el programa que lo creó y guárdelo de nuevo; si procede de un desconocido, no se fíe.
refusal-unsafe = El archivo se rechazó: contiene algo que podría usarse para atacar al lector. Ábralo en el programa que lo creó y guárdelo de nuevo; si procede de un desconocido, no se fíe.
refusal-too-slow = La lectura del archivo tardó demasiado y se detuvo. Divida el archivo o traiga otro formato (DOCX es el que se lee más rápido).
refusal-too-much-memory = El archivo necesita demasiada memoria para leerse, o está dañado. Guárdelo de nuevo con el programa que lo creó, divídalo o traiga otro formato.
refusal-fault = No se pudo leer el archivo por un fallo de este sistema. Inténtelo de nuevo; si persiste, el registro dice más.
