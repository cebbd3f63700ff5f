# Preguntas y respuestas.

room-ask = Preguntar
ask-label = Pregunte en العربية, 中文, English, français, русский o español
ask-lede = Cada frase de la respuesta abre las palabras en que se apoya. Lo que los documentos no dicen no se dice aquí.
ask-go = Consultar los documentos
ask-try = Preguntas para probar:
ask-as-of = Tal como estaba el
ask-understood = Lo que se entendió que nombra la pregunta
ask-too-long = Una pregunta tiene como máximo 500 caracteres. Acórtela, por favor.
ask-no-date = El día se escribe año, mes y día, por ejemplo 2024-12-06.
ask-embed = Esta respuesta en un marco para su sitio
ask-whole = Abrir en Plenum
ask-opens = abre la fuente
ask-composed = Compuesto de citas, sin modelo de lenguaje
ask-composed-instead = Compuesto de citas: se consultó un modelo de lenguaje y nada de lo que escribió se puede mostrar
ask-machine = Redactado por un modelo de lenguaje, cada frase verificada en la fuente que cita:
ask-writing = El modelo de lenguaje está escribiendo. Cada frase aparece una vez verificada.
ask-otherwise = Otra fuente dice otra cosa
ask-nearest = Lo más cercano
ask-of-pack = paquete de conocimientos
ask-refused-nothing = Los documentos que se conservan aquí no lo responden.
ask-refused-near = Nada de lo que se conserva aquí lo responde con certeza. Quizá lo haga lo más cercano: léalo antes de usarlo.
ask-refused-supposes = La pregunta supone algo que las fuentes de aquí no confirman. Esto es lo que dicen:
ask-refused-unsupported = Nada de lo que podía escribirse lo confirman las fuentes, así que no se dice nada.
field-session = Período de sesiones
example-question-who = ¿Quién preside el Mecanismo Mundial?
example-question-when = ¿Cuándo se aprobó la Convención contra la Ciberdelincuencia?
example-question-count = ¿Cuántos períodos de sesiones sustantivos celebró el segundo Grupo de Trabajo de Composición Abierta?
ask-read =
    { $n ->
        [one] { $n } pasaje leído
       *[other] { $n } pasajes leídos
    }
ask-searched =
    { $n ->
        [one] Se leyó { $n } pasaje y no lo responde con certeza.
       *[other] Se leyeron { $n } pasajes y ninguno lo responde con certeza.
    }
ask-took = { $n } ms
ask-dropped =
    { $n ->
        [one] { $n } frase no mostrada: ninguna fuente la confirma
       *[other] { $n } frases no mostradas: ninguna fuente las confirma
    }
